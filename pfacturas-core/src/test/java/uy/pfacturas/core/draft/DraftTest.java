package uy.pfacturas.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static uy.pfacturas.core.calculo.IndFact.EXENTO;
import static uy.pfacturas.core.calculo.IndFact.TASA_BASICA;
import static uy.pfacturas.core.calculo.IndFact.TASA_MINIMA;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.preparation.Preparation;
import uy.pfacturas.core.rules.Rules;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;

class DraftTest {
  private final Preparation preparation =
      new Preparation(Documents.empresa(), Preparation.Registry.NONE, Documents.clock());

  @Test
  void draft_preparedNumberedAndRendered_isADocumentOfDgi() {
    Draft draft =
        Draft.of(TipoCfe.E_TICKET)
            .pricesWithVat()
            .line(TASA_BASICA, "Detergente 750 ml", n("3"), n("122.00"), n("10"))
            .line(TASA_MINIMA, "Arroz suelto", n("2.500"), n("44.00"))
            .discount("Descuento contado", n("40.40"))
            .paidBy("Efectivo", n("399.00"));
    Cae cae = Documents.cae(TipoCfe.E_TICKET);

    Cfe numbered = cae.number(ready(draft), 7);
    Cfe signing = numbered.withTmstFirma(OffsetDateTime.parse("2026-11-24T12:00:00-03:00"));

    assertThat(new Rules(Documents.clock()).validate(signing, cae)).isEmpty();
    assertThat(signing.mntTotal()).isEqualTo(n("399.00"));
    byte[] xml = CfeXml.render(signing);
    assertThat(CfeXml.parse(xml)).isEqualTo(new CfeXml.Parsed.Document(signing));
    assertThat(new String(xml, StandardCharsets.UTF_8)).contains("399.00", "Detergente 750 ml");
  }

  @Test
  void draft_creditInDollarsToACompany_isReady() {
    Cfe cfe =
        ready(
            Draft.of(TipoCfe.E_FACTURA)
                .credit(Documents.DAY.plusDays(30))
                .currency(new Moneda("USD"), n("40.125"))
                .receiver(new Rut(Documents.RUC_RECEPTOR), "Cliente Demo SRL", "Calle 1", "Salto")
                .line(EXENTO, "Libro", n("1"), n("10"))
                .discountPercent("Bonificación", n("10")));
    assertThat(cfe.mntTotal()).isEqualTo(n("9.00"));
    assertThat(cfe.idDoc().fmaPago()).contains(2);
    assertThat(cfe.receptor().orElseThrow().codPaisRecep()).contains("UY");
  }

  @Test
  void draft_note_namesWhatItCorrects() {
    Cfe cfe =
        ready(
            Draft.of(TipoCfe.NC_E_TICKET)
                .line(TASA_BASICA, "Detergente", n("1"), n("100"))
                .corrects(new Numero(TipoCfe.E_TICKET, "A", 45), Documents.DAY, "Devolución"));
    assertThat(cfe.referencias()).containsExactly(Documents.referencia(TipoCfe.E_TICKET));
  }

  @Test
  void draft_nameLongerThanDgiTakes_continuesInTheDescription() {
    String name = "Mesa ".repeat(20).strip();
    Cfe cfe = ready(Draft.of(TipoCfe.E_TICKET).line(EXENTO, name, n("1"), n("10")));
    assertThat(cfe.items().get(0).nomItem().orElseThrow()).hasSizeLessThanOrEqualTo(80);
    assertThat(cfe.items().get(0).dscItem()).isNotEmpty();
  }

  @Test
  void draft_changed_leavesTheFirstAsItWas() {
    Draft empty = Draft.of(TipoCfe.E_TICKET);
    empty.line(EXENTO, "Libro", n("1"), n("10"));
    assertThat(empty.cfe().items()).isEmpty();
    assertThat(preparation.prepare(empty.cfe()).faults()).isNotEmpty();
  }

  @Test
  void number_outOfTheCae_isRefused() {
    Cfe cfe = ready(Draft.of(TipoCfe.E_TICKET).line(EXENTO, "Libro", n("1"), n("10")));
    assertThatThrownBy(() -> Documents.cae(TipoCfe.E_TICKET).number(cfe, 1001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Documents.cae(TipoCfe.E_FACTURA).number(cfe, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Cfe ready(Draft draft) {
    Preparation.Outcome outcome = preparation.prepare(draft.cfe());
    assertThat(outcome.faults()).isEmpty();
    return assertThat(outcome).asInstanceOf(type(Preparation.Outcome.Ready.class)).actual().cfe();
  }

  private static BigDecimal n(String number) {
    return new BigDecimal(number);
  }
}
