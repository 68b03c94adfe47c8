package uy.pfacturas.core.reporte;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;

class DiarioTest {
  private static final Reporte.Caratula CARATULA =
      new Reporte.Caratula(
          new Rut(Documents.RUC),
          Documents.DAY,
          Optional.empty(),
          1,
          OffsetDateTime.parse("2026-11-25T00:05:00-03:00"),
          0);

  @Test
  void reporte_documentsOfADay_addsThemUpWithoutFault() {
    Cfe ticket = Documents.eTicket();
    Cfe yesterday =
        CfeBuilder.builder(ticket)
            .idDoc(
                IdDocBuilder.builder(ticket.idDoc())
                    .fchEmis(Optional.of(Documents.DAY.minusDays(1)))
                    .build())
            .build();
    Cfe onBehalf =
        CfeBuilder.builder(ticket)
            .idDoc(IdDocBuilder.builder(ticket.idDoc()).indPagCta3ros(Optional.of(1)).build())
            .build();
    Reporte reporte =
        new Diario()
            .emitido(numbered(ticket, 3), BigDecimal.ONE, false)
            .emitido(numbered(yesterday, 1), BigDecimal.ONE, true)
            .emitido(numbered(onBehalf, 5), BigDecimal.ONE, false)
            .emitido(numbered(ticket, 4), new BigDecimal("40.1234"), false)
            .anulado(new Numero(TipoCfe.E_TICKET, "A", 2))
            .emitido(numbered(Documents.eFactura(), 7), BigDecimal.ONE, false)
            .reporte(CARATULA);
    assertThat(Reporte.XML.check(reporte)).isEmpty();
    assertThat(reporte.caratula().cantComprobantes()).isEqualTo(6);
    assertThat(reporte.resumenes())
        .extracting(Resumen::tipo)
        .containsExactly(TipoCfe.E_TICKET, TipoCfe.E_FACTURA);
    Resumen.Datos tickets = reporte.resumenes().get(0).datos();
    assertThat(tickets.utilizados()).containsExactly(new Rango("A", 1, 5));
    assertThat(tickets.anulados()).containsExactly(new Rango("A", 2, 2));
    assertThat(tickets.cantDocsUtil()).contains(5L);
    assertThat(tickets.cantDocsEmi()).contains(4L);
    assertThat(tickets.cantDocsAnulados()).contains(1L);
    assertThat(tickets.cantDocsMayTopeUI()).contains(1L);
    assertThat(tickets.montos())
        .extracting(m -> m.fecha() + " " + m.indPagCta3ros().orElse(0) + " " + amounts(m))
        .containsExactly(
            "2026-11-23 0 200.00 44.00 244.00",
            "2026-11-24 0 8224.68 1809.43 10034.11",
            "2026-11-24 1 200.00 44.00 244.00");
    Monto invoice = reporte.resumenes().get(1).datos().montos().get(0);
    assertThat(invoice.totMntNoGrv()).contains(new BigDecimal("10.00"));
    assertThat(invoice.totMntIVATasaMin()).contains(new BigDecimal("50.00"));
    assertThat(invoice.mntIVATasaMin()).contains(new BigDecimal("5.00"));
    assertThat(invoice.totMntTotal()).contains(new BigDecimal("309.00"));
    assertThat(reporte.resumenes().get(1).datos().cantDocsMayTopeUI()).isEmpty();
  }

  private static String amounts(Monto m) {
    return m.totMntIVATasaBas().orElseThrow()
        + " "
        + m.mntIVATasaBas().orElseThrow()
        + " "
        + m.totMntTotal().orElseThrow();
  }

  @Test
  void reporte_paper_isCountedWithoutNumbers() {
    Cfe ticket = Documents.eTicket();
    Cfe paper =
        CfeBuilder.builder(ticket)
            .idDoc(
                IdDocBuilder.builder(ticket.idDoc())
                    .tipoCFE(Optional.of(TipoCfe.E_TICKET_CONTINGENCIA))
                    .build())
            .build();
    Reporte reporte = new Diario().emitido(paper, BigDecimal.ONE, false).reporte(CARATULA);
    assertThat(Reporte.XML.check(reporte)).isEmpty();
    Resumen.Datos datos = reporte.resumenes().get(0).datos();
    assertThat(datos.cantCFCEmi()).contains(1L);
    assertThat(datos.cantDocsUtil()).isEmpty();
    assertThat(datos.utilizados()).isEmpty();
    assertThat(reporte.caratula().cantComprobantes()).isEqualTo(1);
  }

  @Test
  void reporte_annulledOnly_hasNoAmounts() {
    Reporte reporte = new Diario().anulado(new Numero(TipoCfe.E_REMITO, "A", 9)).reporte(CARATULA);
    assertThat(Reporte.XML.check(reporte)).isEmpty();
    assertThat(reporte.resumenes().get(0).datos().montos()).isEmpty();
  }

  @Test
  void reporte_inAnyOrder_isTheSame() {
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, 300).boxed().toList());
    Random random = new Random(7);
    Collections.shuffle(numbers, random);
    Reporte first = of(numbers);
    assertThat(Reporte.XML.check(first)).isEmpty();
    Collections.shuffle(numbers, random);
    assertThat(of(numbers)).isEqualTo(first);
    assertThat(first.resumenes().get(0).datos().utilizados())
        .containsExactly(new Rango("A", 1, 300));
    assertThat(first.resumenes().get(0).datos().anulados()).hasSize(30);
  }

  private static Reporte of(List<Integer> numbers) {
    Diario diario = new Diario();
    Cfe ticket = Documents.eTicket();
    for (int n : numbers) {
      if (n % 10 == 0) {
        diario.anulado(new Numero(TipoCfe.E_TICKET, "A", n));
      } else {
        diario.emitido(numbered(ticket, n), BigDecimal.ONE, n % 2 == 0);
      }
    }
    return diario.reporte(CARATULA);
  }

  @Test
  void unidos_ranges_areTheFewestThatHoldTheSame() {
    assertThat(
            Rango.unidos(
                List.of(
                    new Rango("B", 1, 1),
                    new Rango("A", 5, 6),
                    new Rango("A", 1, 2),
                    new Rango("A", 3, 3),
                    new Rango("A", 6, 9),
                    new Rango("A", 7, 4))))
        .containsExactly(new Rango("A", 1, 3), new Rango("A", 5, 9), new Rango("B", 1, 1));
    assertThat(Rango.unidos(List.of())).isEmpty();
  }

  private static Cfe numbered(Cfe cfe, int nro) {
    assertThat(cfe.fchEmis()).isBetween(LocalDate.of(2026, 1, 1), Documents.DAY);
    return Documents.numbered(cfe, nro);
  }
}
