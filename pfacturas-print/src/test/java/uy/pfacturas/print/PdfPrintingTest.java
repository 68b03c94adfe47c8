package uy.pfacturas.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.print.PrintOutcome;
import uy.pfacturas.print.testing.Paper;
import uy.pfacturas.print.testing.Papers;

final class PdfPrintingTest {
  private static final Locale ES = Locale.forLanguageTag("es-UY");

  @TempDir private Path folder;

  private static PrintOutcome print(Paper paper, Path pdf, Locale locale) {
    return new PdfPrinting(new Representacion(), locale)
        .print(paper.cfe(), paper.sello(), paper.data(), pdf);
  }

  @Test
  void prints_salesInOnesOwnName_andNoOtherType() {
    PdfPrinting printing = new PdfPrinting(new Representacion(), ES);
    assertThat(
            Stream.of(TipoCfe.values()).filter(t -> !t.isContingencia()).filter(printing::prints))
        .extracting(TipoCfe::codigo)
        .containsExactly(101, 102, 103, 111, 112, 113);
  }

  @Test
  void print_document_writesItsPdfAndNothingElse() throws IOException {
    Path pdf = folder.resolve("2026/11/101-A-134.pdf");
    assertThat(print(Papers.eTicket(), pdf, ES)).isEqualTo(new PrintOutcome.Printed());
    assertThat(pdf).hasBinaryContent(Papers.eTicket().pdf());
    try (Stream<Path> files = Files.list(pdf.resolveSibling("."))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void print_again_replacesWhatIsThere() throws IOException {
    Path pdf = Files.writeString(folder.resolve("a.pdf"), "half");
    Files.writeString(folder.resolve(".a.pdf.parte"), "x".repeat(100_000));
    assertThat(print(Papers.eTicket(), pdf, ES)).isEqualTo(new PrintOutcome.Printed());
    assertThat(pdf).hasBinaryContent(Papers.eTicket().pdf());
  }

  @Test
  void print_whereNoFileCanBe_isNotPrintedAndSaysWhatToDo() throws IOException {
    Path pdf = folder.resolve("a.pdf");
    Files.createDirectories(pdf.resolve("occupied"));
    assertThat(print(Papers.eTicket(), pdf, ES))
        .asInstanceOf(InstanceOfAssertFactories.type(PrintOutcome.NotPrinted.class))
        .extracting(PrintOutcome.NotPrinted::reason)
        .asString()
        .startsWith("No se pudo escribir el PDF")
        .contains("a.pdf", "espacio");
  }

  @Test
  void print_incompleteDocument_isNotPrintedAndLeavesNoFile() {
    Paper paper = Papers.eTicket();
    Paper broken =
        new Paper(
            CfeBuilder.builder(paper.cfe()).caeData(Optional.empty()).build(),
            paper.sello(),
            paper.data());
    Path pdf = folder.resolve("a.pdf");
    for (Locale locale : List.of(Locale.ENGLISH, ES, Locale.FRENCH)) {
      assertThat(print(broken, pdf, locale))
          .asInstanceOf(InstanceOfAssertFactories.type(PrintOutcome.NotPrinted.class))
          .extracting(PrintOutcome.NotPrinted::reason)
          .asString()
          .startsWith(locale.equals(Locale.ENGLISH) ? "Not printed: " : "No se pudo imprimir: ")
          .contains("CAE_ID, DNro, HNro, FecVenc");
    }
    assertThat(folder).isEmptyDirectory();
  }
}
