package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uy.pfacturas.core.cfe.CaeDataBuilder;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.Referencia;
import uy.pfacturas.core.cfe.ReferenciaBuilder;
import uy.pfacturas.core.cfe.Retencion;
import uy.pfacturas.core.cfe.RetencionBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.testing.Documents;

/** Changes one thing of a valid document. */
final class Broken {
  private Broken() {}

  static Cfe idDoc(Cfe cfe, UnaryOperator<IdDocBuilder> change) {
    return CfeBuilder.builder(cfe)
        .idDoc(change.apply(IdDocBuilder.builder(cfe.idDoc())).build())
        .build();
  }

  static Cfe receptor(Cfe cfe, UnaryOperator<ReceptorBuilder> change) {
    Receptor base = cfe.receptor().orElseGet(() -> ReceptorBuilder.builder().build());
    return CfeBuilder.builder(cfe)
        .receptor(Optional.of(change.apply(ReceptorBuilder.builder(base)).build()))
        .build();
  }

  /** Changes totals; total and what is to pay follow, so that only the change is wrong. */
  static Cfe totales(Cfe cfe, UnaryOperator<TotalesBuilder> change) {
    Totales t = change.apply(TotalesBuilder.builder(cfe.totales())).build();
    BigDecimal total =
        sum(
            List.of(
                t.mntNoGrv(),
                t.mntExpoyAsim(),
                t.mntImpuestoPerc(),
                t.mntIVaenSusp(),
                t.mntNetoIvaTasaMin(),
                t.mntNetoIVATasaBasica(),
                t.mntNetoIVAOtra(),
                t.mntIVATasaMin(),
                t.mntIVATasaBasica(),
                t.mntIVAOtra()));
    return asWritten(cfe, b -> change.apply(b).mntTotal(Optional.of(total)), total);
  }

  private static Cfe asWritten(Cfe cfe, UnaryOperator<TotalesBuilder> change, BigDecimal total) {
    Totales t = change.apply(TotalesBuilder.builder(cfe.totales())).build();
    BigDecimal pay = sum(List.of(Optional.of(total), t.mntTotRetenido(), t.montoNF()));
    return CfeBuilder.builder(cfe)
        .totales(TotalesBuilder.builder(t).mntPagar(Optional.of(pay)).build())
        .build();
  }

  /** Changes totals and nothing else. */
  static Cfe only(Cfe cfe, UnaryOperator<TotalesBuilder> change) {
    return CfeBuilder.builder(cfe)
        .totales(change.apply(TotalesBuilder.builder(cfe.totales())).build())
        .build();
  }

  private static BigDecimal sum(List<Optional<BigDecimal>> amounts) {
    return amounts.stream()
        .flatMap(Optional::stream)
        .reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /** Changes the first line and nothing else. */
  static Cfe item(Cfe cfe, UnaryOperator<ItemBuilder> change) {
    List<Item> items = new ArrayList<>(cfe.items());
    items.set(0, change.apply(ItemBuilder.builder(items.get(0))).build());
    return CfeBuilder.builder(cfe).items(items).build();
  }

  static Cfe cae(Cfe cfe, UnaryOperator<CaeDataBuilder> change) {
    return CfeBuilder.builder(cfe)
        .caeData(
            Optional.of(change.apply(CaeDataBuilder.builder(cfe.caeData().orElseThrow())).build()))
        .build();
  }

  static Cfe referencia(Cfe cfe, UnaryOperator<ReferenciaBuilder> change) {
    List<Referencia> referencias = new ArrayList<>(cfe.referencias());
    referencias.set(0, change.apply(ReferenciaBuilder.builder(referencias.get(0))).build());
    return CfeBuilder.builder(cfe).referencias(referencias).build();
  }

  /** Adds global discounts and computes again. */
  static Cfe globals(Cfe cfe, DescuentoRecargo... globals) {
    List<DescuentoRecargo> numbered = new ArrayList<>();
    for (DescuentoRecargo global : globals) {
      numbered.add(
          uy.pfacturas.core.cfe.DescuentoRecargoBuilder.builder(global)
              .nroLinDR(Optional.of(numbered.size() + 1))
              .build());
    }
    return Documents.calculated(CfeBuilder.builder(cfe).descuentosRecargos(numbered).build());
  }

  static Cfe ticket(Item... lines) {
    return Documents.of(TipoCfe.E_TICKET, lines);
  }

  static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  static Optional<BigDecimal> some(String number) {
    return Optional.of(n(number));
  }

  /** An e-Ticket to somebody, with a retention of 10.00 on its line. */
  static Cfe retaining() {
    Retencion retencion =
        RetencionBuilder.builder().codRet(Optional.of("2183211")).valRetPerc(some("10.00")).build();
    Cfe cfe =
        item(
            Documents.eTicket(),
            b -> b.indAgenteResp(Optional.of("A")).retencPerceps(List.of(retencion)));
    return Documents.calculated(
        CfeBuilder.builder(cfe).receptor(Optional.of(Documents.receptor())).build());
  }

  /** A document of a company that pays IVA mínimo. */
  static Cfe sinIva() {
    return idDoc(
        ticket(Documents.item(16, "Verdura", "1", "100.00")), b -> b.mntBruto(Optional.of(3)));
  }

  /** A collection of what was invoiced before. */
  static Cfe cobranza() {
    return CfeBuilder.builder(
            idDoc(
                ticket(Documents.item(6, "Cobranza", "1", "100.00")),
                b -> b.indCobPropia(Optional.of(1))))
        .referencias(List.of(Documents.referencia(TipoCfe.E_FACTURA)))
        .build();
  }
}
