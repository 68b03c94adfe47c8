package uy.pfacturas.core.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.ComplFiscalBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.EmpresaBuilder;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.rules.RuleCode;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.OtherDocuments;

/** What an ERP leaves out is filled in and computed, for every type; a CFC has its number. */
class EachTypeTest {
  static Stream<TipoCfe> types() {
    return Stream.of(TipoCfe.values());
  }

  @ParameterizedTest
  @MethodSource("types")
  void prepare_leastDocument_isFilledInAndValid(TipoCfe tipo) {
    Cfe whole = whole(tipo);
    Cfe ready = ready(Documents.empresa(), least(whole));
    assertThat(CfeBuilder.builder(ready).emisor(whole.emisor()).build()).isEqualTo(whole);
    assertThat(ready.emisor().rucEmisor()).contains(Documents.RUC);
  }

  @ParameterizedTest
  @MethodSource("types")
  void prepare_companyWithoutIva_fillsInOnlyWhatTheTypeHas(TipoCfe tipo) {
    Empresa empresa =
        EmpresaBuilder.builder(Documents.empresa())
            .regimen(Regimen.IVA_MINIMO)
            .ivaAlDia(false)
            .build();
    Cfe least = least(whole(tipo));
    boolean isSale = tipo.familia() == Familia.TICKET || tipo.familia() == Familia.FACTURA;
    if (tipo.isCuentaAjena()) {
      Preparation.Outcome outcome = prepare(empresa, least);
      // What exists on paper is observed instead.
      assertThat(tipo.isContingencia() ? observed(outcome) : outcome.faults())
          .extracting(Fault::code)
          .containsExactly(RuleCode.G_C5_01);
      return;
    }
    Cfe ready = ready(empresa, isSale ? withoutIndicators(least) : least);
    assertThat(ready.items().get(0).indFact())
        .isEqualTo(isSale ? Optional.of(16) : OtherDocuments.of(tipo).items().get(0).indFact());
  }

  @Test
  void prepare_cashRounding_leavesDocumentsWithoutPaymentAlone() {
    Empresa empresa =
        EmpresaBuilder.builder(Documents.empresa())
            .redondeoEfectivo(Optional.of(new java.math.BigDecimal("7")))
            .build();
    for (TipoCfe tipo :
        List.of(TipoCfe.E_REMITO, TipoCfe.E_RESGUARDO, TipoCfe.E_REMITO_EXPORTACION)) {
      assertThat(ready(empresa, least(whole(tipo))).items()).hasSize(1);
    }
    assertThat(ready(empresa, least(OtherDocuments.of(TipoCfe.E_BOLETA))).items()).hasSize(2);
  }

  @Test
  void prepare_paperWithAmountsThatDoNotAddUp_isObservedAndPaperWithoutThemIsRefused() {
    Cfe paper = whole(TipoCfe.E_TICKET_CONTINGENCIA);
    Cfe other =
        CfeBuilder.builder(paper)
            .totales(
                TotalesBuilder.builder(paper.totales())
                    .mntPagar(Optional.of(new java.math.BigDecimal("99999.00")))
                    .build())
            .build();
    Preparation.Outcome outcome = prepare(Documents.empresa(), other);
    assertThat(outcome.faults()).isEmpty();
    assertThat(observed(outcome)).isNotEmpty();

    Cfe nothing = CfeBuilder.builder(other).items(List.of()).build();
    assertThat(prepare(Documents.empresa(), nothing).faults()).isNotEmpty();
    Cfe electronic = CfeBuilder.builder(whole(TipoCfe.E_TICKET)).totales(other.totales()).build();
    assertThat(prepare(Documents.empresa(), electronic).faults()).isNotEmpty();
  }

  private static Cfe whole(TipoCfe tipo) {
    Cfe cfe = OtherDocuments.of(tipo);
    return tipo.isContingencia() ? Documents.numbered(cfe, 7) : cfe;
  }

  private static Preparation.Outcome prepare(Empresa empresa, Cfe cfe) {
    return new Preparation(empresa, Preparation.Registry.NONE, Documents.clock()).prepare(cfe);
  }

  private static List<Fault> observed(Preparation.Outcome outcome) {
    return ((Preparation.Outcome.Ready) outcome).observaciones();
  }

  private static Cfe ready(Empresa empresa, Cfe cfe) {
    Preparation.Outcome outcome = prepare(empresa, cfe);
    assertThat(outcome.faults()).isEmpty();
    return ((Preparation.Outcome.Ready) outcome).cfe();
  }

  private static Cfe withoutIndicators(Cfe cfe) {
    return CfeBuilder.builder(cfe)
        .items(
            cfe.items().stream()
                .map(i -> ItemBuilder.builder(i).indFact(Optional.empty()).build())
                .toList())
        .build();
  }

  /** The document without what the company, the day and arithmetic say. */
  private static Cfe least(Cfe cfe) {
    return CfeBuilder.builder(cfe)
        .idDoc(IdDocBuilder.builder(cfe.idDoc()).fchEmis(Optional.empty()).build())
        .emisor(EmisorBuilder.builder().build())
        .totales(TotalesBuilder.builder().build())
        .items(cfe.items().stream().map(item -> least(item, cfe.tipo())).toList())
        .complFiscal(
            cfe.complFiscal()
                .map(k -> ComplFiscalBuilder.builder(k).rucEmisor(Optional.empty()).build()))
        .build();
  }

  private static Item least(Item item, TipoCfe tipo) {
    return ItemBuilder.builder(item)
        .nroLinDet(Optional.empty())
        .uniMed(Optional.empty())
        .montoItem(Optional.empty())
        .indFact(item.indFact().filter(f -> tipo.familia() != Familia.EXPORTACION))
        .build();
  }
}
