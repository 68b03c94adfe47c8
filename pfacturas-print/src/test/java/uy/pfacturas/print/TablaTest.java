package uy.pfacturas.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TablaTest {
  private static final List<Tabla.Columna> COLUMNS =
      List.of(new Tabla.Columna("Desde", 2, false), new Tabla.Columna("Números", 1, true));

  private static Tabla table(List<List<String>> rows) {
    return new Tabla(
        "Bitácora",
        "Empresa",
        List.of("De noviembre", "Completa"),
        COLUMNS,
        rows,
        "Página",
        ZonedDateTime.parse("2026-11-24T12:00:00-03:00[America/Montevideo]"));
  }

  @Test
  void pdf_longTable_hasAllRowsAndItsHeadingsOnEachPage() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= 120; i++) {
      rows.add(List.of("fila " + i + " de ñandú", "A " + i));
    }
    byte[] pdf = table(rows).pdf();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      String text = new PDFTextStripper().getText(document);
      assertThat(pages).isGreaterThan(1);
      assertThat(text.split("Números", -1)).hasSize(pages + 1);
      assertThat(text).contains("Bitácora", "De noviembre", "Página 1/" + pages);
      for (List<String> row : rows) {
        assertThat(text.lines().map(String::strip)).anyMatch(l -> l.startsWith(row.get(0) + " "));
      }
    }
    assertThat(table(rows).pdf()).isEqualTo(pdf);
  }

  @Test
  void pdf_withoutRows_isOnePageThatSaysSo() throws IOException {
    try (PDDocument document = Loader.loadPDF(table(List.of()).pdf())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document)).contains("Completa", "Página 1/1");
    }
  }

  @Test
  void tabla_rowOfAnotherWidth_isRefused() {
    assertThatThrownBy(() -> table(List.of(List.of("una"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2");
  }
}
