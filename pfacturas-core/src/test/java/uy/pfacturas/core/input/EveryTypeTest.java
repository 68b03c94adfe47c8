package uy.pfacturas.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.testing.ErpFiles;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.Filled;
import uy.pfacturas.core.testing.RandomCfe;
import uy.pfacturas.core.xml.CfeXml;

/** What is written in any format is read as what it says, whatever the type of document. */
class EveryTypeTest {
  private static final long SEED = Long.getLong("pfacturas.semilla", 20_261_124);
  private static final int EACH = Integer.getInteger("pfacturas.documentos", 25);

  private final PedidoReader reader = new PedidoReader(Syntax.DEFAULT);

  @ParameterizedTest
  @EnumSource(TipoCfe.class)
  void read_everyField_isWhatWasWritten(TipoCfe tipo) {
    Cfe full = RandomCfe.pedido(Filled.cfe(tipo));
    for (ErpFiles format : ErpFiles.values()) {
      assertThat(read(format, full)).as(format.name()).isEqualTo(full);
    }
  }

  @ParameterizedTest
  @EnumSource(TipoCfe.class)
  void read_anyDocument_isWhatWasWritten(TipoCfe tipo) {
    RandomCfe documents = new RandomCfe(new Random(SEED + tipo.codigo()));
    for (int i = 0; i < EACH; i++) {
      Cfe cfe = RandomCfe.pedido(documents.next(tipo));
      for (ErpFiles format : ErpFiles.values()) {
        assertThat(read(format, cfe))
            .as("%s, seed %d, document %d", format, SEED, i)
            .isEqualTo(cfe);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TipoCfe.class)
  void parse_anyRendered_isTheSame(TipoCfe tipo) {
    RandomCfe documents = new RandomCfe(new Random(SEED - tipo.codigo()));
    for (int i = 0; i < EACH; i++) {
      Cfe cfe = documents.next(tipo);
      assertThat(Formato.vigente().check(cfe, Etapa.FIRMADO)).isEmpty();
      assertThat(CfeXml.parse(CfeXml.render(cfe)))
          .as("seed %d, document %d", SEED, i)
          .isEqualTo(new CfeXml.Parsed.Document(cfe));
    }
  }

  @Test
  void render_anyDocument_isValidForTheSchema() throws IOException, SAXException {
    Esquema esquema = Esquema.cfe();
    RandomCfe documents = new RandomCfe(new Random(SEED));
    for (TipoCfe tipo : TipoCfe.values()) {
      for (int i = 0; i < EACH; i++) {
        Cfe cfe = documents.next(tipo);
        assertThat(esquema.errors(new String(CfeXml.render(cfe), StandardCharsets.UTF_8)))
            .as("%s, seed %d, document %d", tipo, SEED, i)
            .isEmpty();
      }
    }
  }

  /** A CFC has its number and its authorisation on paper, so its file says them. */
  @Test
  void read_cfc_hasItsNumber() {
    Cfe cfc = RandomCfe.pedido(Filled.cfe(TipoCfe.E_TICKET_CONTINGENCIA));
    assertThat(cfc.numero()).isPresent();
    assertThat(cfc.caeData()).isPresent();
    String file = new String(ErpFiles.TXT.write(cfc), StandardCharsets.UTF_8);
    assertThat(file).contains("Tipo=cfc", "[CAEData]");
    assertThat(codes(file.replaceFirst("\nNro=1\n", "\n"))).containsExactly("FMT-03");
    assertThat(codes(file.replaceFirst("(?s)\\[CAEData\\].*\n\\[", "["))).contains("FMT-03");
    assertThat(codes(file.replace("Tipo=cfc", "Tipo=cfe"))).containsExactly("FMT-20");
    assertThat(codes(file.replace("Tipo=cfc\n", "Tipo=cfc\n[Impresion]\nCopias=2\n")))
        .containsExactly("PED-04");
  }

  private List<String> codes(String file) {
    Reading reading = reader.read(file.getBytes(StandardCharsets.UTF_8), "a.txt");
    return ((Reading.Unreadable) reading).faults().stream().map(f -> f.code().code()).toList();
  }

  private Cfe read(ErpFiles format, Cfe cfe) {
    Reading reading = reader.read(format.write(cfe), format.fileName());
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Pedido.Emision) ((Reading.Read) reading).pedido()).cfe();
  }
}
