package uy.pfacturas.core.formato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Forma.Manera;
import uy.pfacturas.core.testing.Desacuerdo;
import uy.pfacturas.core.testing.Filled;
import uy.pfacturas.core.testing.Referencias;

class FormatoTest {
  private final Formato formato = Formato.vigente();

  @Test
  void table_andRecords_nameTheSameFields() {
    List<String> other = new ArrayList<>();
    compare(formato.cfe(), other);
    // Lists are named in the plural; their element is in the javadoc of the record.
    assertThat(other)
        .containsExactlyInAnyOrder(
            "Item=items",
            "STI_Item=subTotales",
            "DRG_Item=descuentosRecargos",
            "MedioPago=mediosPago",
            "Referencia=referencias",
            "Compl_Fiscal_Data=complFiscal",
            "xenc:EncryptedData=complFiscalCifrado",
            "Telefono=telefonos",
            "CodItem=codItems",
            "SubDescuento=subDescuentos",
            "SubRecargo=subRecargos",
            "RetencPercep=retencPerceps",
            "RetencPercep=retencPerceps");
  }

  /** Every component has a row, or the form could not be made; here: every row a component. */
  private static void compare(Forma forma, List<String> other) {
    Set<String> rows = new HashSet<>();
    forma.hijos().filas().stream().filter(c -> !c.isPropio()).forEach(c -> rows.add(c.elemento()));
    for (Forma.Parte parte : forma.partes()) {
      Campo campo = parte.campo();
      rows.remove(campo.elemento());
      if (!plain(campo.elemento()).equals(plain(campo.componente()))) {
        other.add(campo.elemento() + "=" + campo.componente());
      }
      assertThat(parte.manera() == Manera.LISTA)
          .as(campo.elemento())
          .isEqualTo(campo.isRepetible());
      parte.forma().ifPresent(f -> compare(f, other));
    }
    assertThat(rows).as("rows without component").isEmpty();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Rows of DGI's text whose number, mark and 11 codes stand in one line, by zone and number. Their
   * obligatoriness must be the table's.
   */
  @Test
  void table_andTextOfDgi_haveTheSameObligatoriness() throws IOException {
    Map<String, String> dgi = obligatoriness();
    Map<String, String> ours = new LinkedHashMap<>();
    collect(formato.secciones(), ours);
    assertThat(without(dgi, ours)).as("the version is an attribute").containsExactly("A-C1");
    // Rows that stand in more than one line, or (zones H and K) have no column per type.
    assertThat(without(ours, dgi))
        .containsExactly("H-C1", "A-C61", "B-C11", "K-C1", "K-C2", "K-C3", "K-C4", "K-C5");
    Desacuerdo.DEL_TEXTO.forEach(d -> dgi.computeIfPresent(d.campo(), (k, v) -> demanded(d, v)));
    dgi.keySet().retainAll(ours.keySet());
    ours.keySet().retainAll(dgi.keySet());
    assertThat(ours).isEqualTo(dgi);
  }

  private static List<String> without(Map<String, String> these, Map<String, String> those) {
    return these.keySet().stream().filter(k -> !those.containsKey(k)).toList();
  }

  /** The codes of a row with 1 where the schema demands what the text calls conditional. */
  private static String demanded(Desacuerdo d, String codes) {
    StringBuilder changed = new StringBuilder(codes);
    Arrays.stream(TipoCfe.values())
        .filter(t -> d.familias().contains(t.familia()))
        .map(Obligatoriedad::columna)
        .forEach(c -> changed.setCharAt(c, '1'));
    return changed.toString();
  }

  private static Map<String, String> obligatoriness() throws IOException {
    Pattern row =
        Pattern.compile(
            "^\\s{0,6}(\\d{1,3}(?:\\.\\d)?)\\s.*?(\\*?)\\s+([NIPp])\\d*((?:\\s+[0-3]){11})\\s*$");
    Map<String, String> found = new LinkedHashMap<>();
    String zone = "";
    for (String line : Files.readAllLines(Referencias.file("formatos/formato-cfe-v25-1.txt"))) {
      Matcher head = Pattern.compile("^\\s*([A-K])\\.-\\s+[A-Z].*").matcher(line.replace("\f", ""));
      if (head.matches()) {
        zone = head.group(1);
      }
      Matcher m = row.matcher(line);
      if (m.matches()) {
        String codes = m.group(4).replaceAll("\\s", "");
        String print = m.group(3).toUpperCase(Locale.ROOT);
        found.putIfAbsent(zone + "-C" + m.group(1), codes + m.group(2) + print);
      }
    }
    return found;
  }

  private static void collect(Campo.Hijos hijos, Map<String, String> ours) {
    for (Campo campo : hijos.filas()) {
      if (!campo.isPropio() && !campo.isGrupo() && campo.tipo() != Tipo.XML) {
        StringBuilder codes = new StringBuilder();
        campo.obligatoriedad().forEach(o -> codes.append(o.codigo()));
        ours.put(campo.campo(), codes + (campo.rechaza() ? "*" : "") + campo.impresion());
      }
      collect(campo.hijos(), ours);
    }
  }

  /** Before it is signed also what a condition asks for; what others signed may be empty there. */
  @Test
  void check_emptyText_isAFaultWhereThereMustBeOne() {
    Cfe cfe = Filled.cfe(TipoCfe.E_TICKET);
    Cfe without =
        CfeBuilder.builder(cfe)
            .idDoc(IdDocBuilder.builder(cfe.idDoc()).nroInterno(Optional.of("")).build())
            .emisor(
                EmisorBuilder.builder(cfe.emisor())
                    .ciudad(Optional.of(" "))
                    .giroEmis(Optional.of(""))
                    .build())
            .build();
    assertThat(formato.check(without, Etapa.FIRMADO))
        .extracting(f -> f.code().code() + " " + f.path())
        .containsExactly("FMT-24 Emisor.Ciudad");
    assertThat(formato.check(without, Etapa.NUMERADO))
        .extracting(Fault::path)
        .containsExactly("IdDoc.NroInterno", "Emisor.Ciudad");
  }
}
