package uy.pfacturas.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Reading;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.preparation.IdRefs;
import uy.pfacturas.core.preparation.Preparation;
import uy.pfacturas.core.testing.Documents;

/** Every example file is read, completed and found valid, with the amount that its ERP expects. */
class EntradaTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("pfacturas.raiz", "..")).resolve("examples/entrada");

  /** What each is worth, reckoned by hand. */
  private static final Map<String, String> TO_PAY =
      Map.ofEntries(
          Map.entry("0001-contado.txt", "UYU 439.40"),
          Map.entry("0002-foxpro.txt", "UYU 2562.00"),
          Map.entry("0003-factura-credito.txt", "UYU 3596.15"),
          Map.entry("0004-nota-por-id.txt", "UYU 678.53"),
          Map.entry("0005-nota-por-numero.txt", "UYU 44.00"),
          Map.entry("0006-dolares.txt", "USD 3713.38"),
          Map.entry("0007-exento.txt", "UYU 2030.00"),
          Map.entry("0008-muchas-lineas.txt", "UYU 119872.27"),
          Map.entry("0009-tienda-web.json", "UYU 2070.00"),
          Map.entry("0010-gestion.xml", "UYU 18300.00"),
          Map.entry("0011-nota-debito.txt", "UYU 100.00"),
          Map.entry("0012-pasaporte.txt", "UYU 8000.00"),
          Map.entry("VTA00001.TXT", "UYU 455.80"),
          Map.entry("VTA00002.TXT", "UYU 5861.72"));

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
      return found.stream();
    }
  }

  @Test
  void files_areThoseThatAreReckoned() throws IOException {
    assertThat(files().map(f -> f.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(TO_PAY.keySet());
  }

  @ParameterizedTest
  @MethodSource("files")
  void prepare_example_isValidAndWorthWhatItShould(Path file) throws IOException {
    PedidoReader reader = new PedidoReader(syntax(file));
    String name = file.getFileName().toString();
    byte[] content = Files.readAllBytes(file);

    assertThat(reader.isComplete(content, name)).as("shows its end").isTrue();
    Reading reading = reader.read(content, name);
    assertThat(reading).as(said(reading)).isInstanceOf(Reading.Read.class);
    Pedido.Emision emision = (Pedido.Emision) ((Reading.Read) reading).pedido();
    Preparation.Outcome outcome =
        new Preparation(Documents.empresa(), Preparation.Registry.NONE, Documents.clock())
            .prepare(resolved(emision));

    assertThat(outcome).as(said(outcome)).isInstanceOf(Preparation.Outcome.Ready.class);
    var cfe = ((Preparation.Outcome.Ready) outcome).cfe();
    assertThat(cfe.moneda() + " " + cfe.totales().mntPagar().orElseThrow().toPlainString())
        .isEqualTo(TO_PAY.get(name));
    assertThat(emision.id().isPresent()).isEqualTo(!file.startsWith(FOLDER.resolve("buzon-cobol")));
  }

  private static Syntax syntax(Path file) {
    boolean cobol = file.startsWith(FOLDER.resolve("buzon-cobol"));
    return new Syntax(
        Optional.of(Charset.forName(cobol ? "IBM850" : "windows-1252")),
        cobol,
        Syntax.DEFAULT.maxBytes());
  }

  private static Pedido.Emision resolved(Pedido.Emision emision) {
    Pedido.Emision resolved = emision;
    TipoCfe referred =
        emision.cfe().tipo() == TipoCfe.NC_E_FACTURA ? TipoCfe.E_FACTURA : TipoCfe.E_TICKET;
    for (Pedido.IdRef ref : emision.idRefs()) {
      resolved =
          IdRefs.resolve(resolved, ref, new Numero(referred, "A", 7), LocalDate.of(2026, 11, 24));
    }
    return resolved;
  }

  private static String said(Reading reading) {
    FaultText text = FaultText.of(java.util.Locale.ENGLISH);
    return reading instanceof Reading.Unreadable unreadable
        ? unreadable.faults().stream().map(text::sentence).toList().toString()
        : "read";
  }

  private static String said(Preparation.Outcome outcome) {
    FaultText text = FaultText.of(java.util.Locale.ENGLISH);
    return outcome instanceof Preparation.Outcome.Faulty faulty
        ? faulty.faults().stream().map(text::sentence).toList().toString()
        : "ready";
  }
}
