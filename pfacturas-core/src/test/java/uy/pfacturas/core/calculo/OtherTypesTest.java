package uy.pfacturas.core.calculo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.OtherDocuments;

/** Sums of the types that are no sale, and that the rules sum alike. */
class OtherTypesTest {
  @Test
  void resguardo_lineThatUndoesAnother_isTakenAway() {
    Cfe cfe = OtherDocuments.resguardo(TipoCfe.E_RESGUARDO);
    Item undone =
        ItemBuilder.builder(cfe.items().get(0))
            .nroLinDet(Optional.of(2))
            .indFact(Optional.of(IndFact.A_ANULAR))
            .retencPerceps(List.of(OtherDocuments.retencion("2183165", "80.00")))
            .build();
    Totales totales = valid(cfe, undone, TipoCfe.E_RESGUARDO).totales();
    assertThat(totales.mntTotRetenido()).contains(new BigDecimal("-30.00"));
    assertThat(totales.retencPerceps().get(0).valRetPerc()).contains(new BigDecimal("-30.00"));
    assertThat(totales.mntPagar()).isEmpty();
  }

  @Test
  void remitoExportacion_lineThatUndoesAnother_isTakenAway() {
    Cfe cfe = OtherDocuments.remitoExportacion(TipoCfe.E_REMITO_EXPORTACION);
    Item undone =
        ItemBuilder.builder(cfe.items().get(0))
            .nroLinDet(Optional.of(2))
            .indFact(Optional.of(IndFact.A_REBAJAR))
            .cantidad(Optional.of(new BigDecimal("130")))
            .build();
    Totales totales = valid(cfe, undone, TipoCfe.E_REMITO_EXPORTACION).totales();
    assertThat(totales.mntExpoyAsim()).contains(new BigDecimal("-300.00"));
    assertThat(totales.mntTotal()).contains(new BigDecimal("-300.00"));
  }

  @Test
  void boleta_withImeba_paysWithoutWhatIsRetained() {
    Cfe boleta = OtherDocuments.boleta(TipoCfe.E_BOLETA);
    Item line =
        ItemBuilder.builder(boleta.items().get(0))
            .indFact(Optional.of(IndFact.IMEBA))
            .indAgenteResp(Optional.of("R"))
            .retencPerceps(List.of(OtherDocuments.retencion("2183165", "50.00")))
            .build();
    Cfe cfe =
        CfeBuilder.builder(boleta)
            .receptor(Optional.of(Documents.receptor()))
            .items(List.of(line))
            .build();
    assertThat(judged(cfe).totales().mntPagar()).contains(new BigDecimal("250.00"));
    Cfe imeba =
        CfeBuilder.builder(cfe)
            .idDoc(IdDocBuilder.builder(cfe.idDoc()).mntBruto(Optional.of(2)).build())
            .build();
    assertThat(judged(imeba).totales().mntPagar()).contains(new BigDecimal("150.00"));
  }

  /** The document with another line, which refers to what that undoes. */
  private static Cfe valid(Cfe cfe, Item second, TipoCfe tipo) {
    return judged(
        CfeBuilder.builder(cfe)
            .items(List.of(cfe.items().get(0), second))
            .referencias(List.of(Documents.referencia(tipo)))
            .build());
  }

  private static Cfe judged(Cfe cfe) {
    Cfe calculated = Documents.calculated(cfe);
    assertThat(new Rules(Documents.clock()).validateUnnumbered(calculated, Regimen.GENERAL))
        .isEmpty();
    return calculated;
  }
}
