package uy.pfacturas.core.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.calculo.CalculoCode;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.MedioPagoBuilder;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.ReferenciaBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.EmpresaBuilder;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.rules.RuleCode;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;

class PreparationTest {
  private static final Contribuyente CLIENTE =
      new Contribuyente(
          new Rut(Documents.RUC_RECEPTOR),
          "Cliente Demo SRL",
          Optional.empty(),
          Optional.of("Camino que no termina ".repeat(4)),
          Optional.of("Melo"),
          Optional.of("Cerro Largo"),
          true,
          "demo",
          Instant.parse("2026-11-20T12:00:00Z"));

  @Test
  void prepare_leastTicket_isFilledInAndCalculated() {
    Cfe cfe = ready(ticket(line(3, "10.00"), line(1, "5.00"))).cfe();
    assertThat(cfe.fchEmis()).isEqualTo(Documents.DAY);
    assertThat(cfe.moneda().codigo()).isEqualTo("UYU");
    assertThat(cfe.emisor().rucEmisor()).contains(Documents.RUC);
    assertThat(cfe.emisor().cdgDGISucur()).contains(1);
    assertThat(cfe.emisor().domFiscal()).contains("Av. Uruguay 1234");
    assertThat(cfe.items()).extracting(i -> i.nroLinDet().orElseThrow()).containsExactly(1, 2);
    assertThat(cfe.items()).extracting(i -> i.uniMed().orElseThrow()).containsOnly("N/A");
    assertThat(cfe.mediosPago().get(0).nroLinMP()).contains(1);
    assertThat(cfe.mntTotal()).isEqualTo(new BigDecimal("17.20"));
    assertThat(cfe.idDoc().ivaAlDia()).isEmpty();
    assertThat(cfe.idDoc().mntBruto()).isEmpty();
  }

  @Test
  void prepare_lateEvening_isDatedByUruguay() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-25T02:30:00Z"), ZoneOffset.UTC);
    Preparation preparation =
        new Preparation(Documents.empresa(), Preparation.Registry.NONE, clock);
    assertThat(ready(preparation.prepare(ticket(line(3, "1")))).cfe().fchEmis())
        .isEqualTo(LocalDate.of(2026, 11, 24));
  }

  @Test
  void prepare_again_changesNothing() {
    Cfe once = ready(ticket(line(3, "10.37"))).cfe();
    assertThat(ready(once).cfe()).isEqualTo(once);
  }

  @Test
  void prepare_otherBranch_isTheOneThatTheFileChooses() {
    Pedido.Emision emision = emision(ticket(line(3, "1")), Optional.of(2), List.of(), Map.of());
    Cfe cfe = ready(preparation().prepare(emision)).cfe();
    assertThat(cfe.emisor().ciudad()).contains("Salto");
    assertThat(cfe.emisor().emiSucursal()).isEmpty();
  }

  @Test
  void prepare_unknownBranchAndOtherIssuer_areFaults() {
    Cfe cfe =
        CfeBuilder.builder(ticket(line(3, "1")))
            .emisor(
                EmisorBuilder.builder()
                    .rucEmisor(Optional.of(Documents.RUC_RECEPTOR))
                    .cdgDGISucur(Optional.of(9))
                    .build())
            .build();
    assertThat(faults(preparation().prepare(cfe)))
        .extracting(Fault::code)
        .containsExactly(PreparationCode.OTHER_ISSUER, PreparationCode.NO_SUCH_BRANCH);
  }

  @Test
  void prepare_ivaMinimo_getsItsIndicators() {
    Empresa empresa =
        EmpresaBuilder.builder(Documents.empresa())
            .regimen(Regimen.IVA_MINIMO)
            .ivaAlDia(false)
            .build();
    Cfe cfe = ready(of(empresa).prepare(ticket(withoutIndFact("10.00")))).cfe();
    assertThat(cfe.idDoc().mntBruto()).contains(3);
    assertThat(cfe.idDoc().ivaAlDia()).contains(1);
    assertThat(cfe.items().get(0).indFact()).contains(16);
    assertThat(cfe.totales().mntNoGrv()).contains(new BigDecimal("10.00"));
    assertThat(cfe.totales().mntIVATasaBasica()).isEmpty();
    assertThat(faults(of(empresa).prepare(ticket(line(3, "10.00")))))
        .extracting(Fault::code)
        .containsExactly(RuleCode.B_C4_01);
  }

  @Test
  void prepare_monotributo_neverSaysIvaAlDia() {
    Empresa empresa =
        EmpresaBuilder.builder(Documents.empresa())
            .regimen(Regimen.MONOTRIBUTO)
            .ivaAlDia(false)
            .build();
    assertThat(ready(of(empresa).prepare(ticket(withoutIndFact("1")))).cfe().idDoc().ivaAlDia())
        .isEmpty();
  }

  @Test
  void prepare_exempt_getsItsIndicatorAndRefusesVat() {
    Empresa empresa =
        EmpresaBuilder.builder(Documents.empresa())
            .regimen(Regimen.EXONERADO)
            .causalRegimen(Optional.of(1))
            .build();
    Cfe cfe = ready(of(empresa).prepare(ticket(withoutIndFact("10.00")))).cfe();
    assertThat(cfe.idDoc().mntBruto()).isEmpty();
    assertThat(cfe.items().get(0).indFact()).contains(1);
    assertThat(faults(of(empresa).prepare(ticket(line(2, "10.00")))))
        .extracting(Fault::code)
        .containsExactly(RuleCode.B_C4_03);
  }

  @Test
  void prepare_freeOfCharge_needsNoPrice() {
    Item gift = ItemBuilder.builder(line(5, "1")).precioUnitario(Optional.empty()).build();
    Cfe cfe = ready(ticket(line(3, "1"), gift)).cfe();
    assertThat(cfe.items().get(1).montoItem()).contains(new BigDecimal("0.00"));
  }

  @Test
  void prepare_facturaWithoutAddress_isFilledFromTheRegistryAndSaysSo() {
    Preparation preparation =
        new Preparation(
            Documents.empresa(),
            rut -> Optional.of(CLIENTE).filter(c -> c.rut().equals(rut)),
            Documents.clock());
    Receptor receptor = ReceptorBuilder.builder().docRecep(Optional.of("21 0000000027")).build();
    Preparation.Outcome.Ready ready = ready(preparation.prepare(factura(receptor)));
    Receptor filled = ready.cfe().receptor().orElseThrow();
    assertThat(filled.tipoDocRecep()).contains(2);
    assertThat(filled.codPaisRecep()).contains("UY");
    assertThat(filled.docRecep()).contains(Documents.RUC_RECEPTOR);
    assertThat(filled.rznSocRecep()).contains("Cliente Demo SRL");
    assertThat(filled.dirRecep().orElseThrow()).hasSizeLessThanOrEqualTo(70).startsWith("Camino");
    assertThat(filled.ciudadRecep()).contains("Melo");
    assertThat(ready.avisos())
        .extracting(Fault::code)
        .containsExactly(PreparationCode.RECEIVER_FILLED);
    assertThat(ready.avisos().get(0).args().get(0))
        .contains("RznSocRecep=Cliente Demo SRL", "CiudadRecep=Melo");
  }

  @Test
  void prepare_facturaThatSaysItAll_keepsWhatTheFileSays() {
    Contribuyente closed =
        new Contribuyente(
            CLIENTE.rut(),
            "Otro",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            "demo",
            CLIENTE.consultado());
    Preparation preparation =
        new Preparation(Documents.empresa(), rut -> Optional.of(closed), Documents.clock());
    Preparation.Outcome.Ready ready = ready(preparation.prepare(factura(Documents.receptor())));
    assertThat(ready.cfe().receptor()).contains(Documents.receptor());
    assertThat(ready.avisos())
        .extracting(Fault::code)
        .containsExactly(PreparationCode.RECEIVER_INACTIVE);
  }

  @Test
  void prepare_facturaOfNobodyKnown_saysWhatItLacks() {
    Receptor receptor =
        ReceptorBuilder.builder().docRecep(Optional.of(Documents.RUC_RECEPTOR)).build();
    assertThat(faults(preparation().prepare(factura(receptor))))
        .extracting(Fault::code)
        .contains(RuleCode.A_C63_01, RuleCode.A_C64_01, RuleCode.A_C65_01);
  }

  @Test
  void prepare_faults_standWhereTheFileSaysThem() {
    Cfe cfe =
        CfeBuilder.builder(factura(Documents.receptor()))
            .receptor(
                Optional.of(
                    ReceptorBuilder.builder(Documents.receptor())
                        .docRecep(Optional.of("210000000028"))
                        .dirRecep(Optional.empty())
                        .build()))
            .build();
    Map<String, Place> places =
        Map.of("Receptor.DocRecep", new Place(7, 10), "Receptor", new Place(5, 1));
    List<Fault> faults =
        faults(preparation().prepare(emision(cfe, Optional.empty(), List.of(), places)));
    assertThat(faults)
        .extracting(Fault::code, Fault::place)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(RuleCode.A_C62_01, new Place(7, 10)),
            org.assertj.core.groups.Tuple.tuple(RuleCode.A_C64_01, new Place(5, 1)));
  }

  @Test
  void prepare_erpTotalOff_isFaultBesideTheOthers() {
    Cfe cfe =
        CfeBuilder.builder(ticket(line(3, "0"), line(3, "10.00")))
            .totales(
                TotalesBuilder.builder().mntTotal(Optional.of(new BigDecimal("13.00"))).build())
            .build();
    assertThat(faults(preparation().prepare(cfe)))
        .extracting(Fault::code)
        .containsExactly(CalculoCode.AMOUNT_DIFFERS, RuleCode.B_C11_01);
  }

  @Test
  void prepare_cashRounding_isByTheCompany() {
    Empresa empresa =
        EmpresaBuilder.builder(Documents.empresa())
            .redondeoEfectivo(Optional.of(new BigDecimal("1.00")))
            .build();
    Cfe cfe = ready(of(empresa).prepare(ticket(line(3, "10.00")))).cfe();
    assertThat(cfe.totales().mntPagar()).contains(new BigDecimal("12.00"));
    assertThat(cfe.mntTotal()).isEqualTo(new BigDecimal("12.20"));
  }

  @Test
  void resolve_referenceById_becomesNumberAndDate() {
    Cfe note =
        CfeBuilder.builder(Documents.notaDeCredito())
            .referencias(
                List.of(ReferenciaBuilder.builder().razonRef(Optional.of("Devolución")).build()))
            .build();
    Pedido.IdRef ref = new Pedido.IdRef(0, "ADM-000045");
    Pedido.Emision emision = emision(note, Optional.empty(), List.of(ref), Map.of());
    assertThat(faults(preparation().prepare(emision)))
        .extracting(Fault::code)
        .containsExactly(PreparationCode.UNRESOLVED_REFERENCE);
    Pedido.Emision resolved =
        IdRefs.resolve(emision, ref, new Numero(TipoCfe.E_FACTURA, "A", 45), Documents.DAY);
    assertThat(resolved.idRefs()).isEmpty();
    assertThat(ready(preparation().prepare(resolved)).cfe().referencias())
        .containsExactly(Documents.referencia(TipoCfe.E_FACTURA));
  }

  private static Preparation preparation() {
    return of(Documents.empresa());
  }

  private static Preparation of(Empresa empresa) {
    return new Preparation(empresa, Preparation.Registry.NONE, Documents.clock());
  }

  private static Preparation.Outcome.Ready ready(Cfe cfe) {
    return ready(preparation().prepare(cfe));
  }

  private static Preparation.Outcome.Ready ready(Preparation.Outcome outcome) {
    return assertThat(outcome).asInstanceOf(type(Preparation.Outcome.Ready.class)).actual();
  }

  private static List<Fault> faults(Preparation.Outcome outcome) {
    return assertThat(outcome)
        .asInstanceOf(type(Preparation.Outcome.Faulty.class))
        .actual()
        .faults();
  }

  private static Item line(int indFact, String price) {
    return ItemBuilder.builder()
        .indFact(Optional.of(indFact))
        .nomItem(Optional.of("Artículo"))
        .cantidad(Optional.of(BigDecimal.ONE))
        .precioUnitario(Optional.of(new BigDecimal(price)))
        .build();
  }

  private static Item withoutIndFact(String price) {
    return ItemBuilder.builder(line(1, price)).indFact(Optional.empty()).build();
  }

  private static Cfe ticket(Item... items) {
    return draft(TipoCfe.E_TICKET, Optional.empty(), items);
  }

  private static Cfe factura(Receptor receptor) {
    return draft(TipoCfe.E_FACTURA, Optional.of(receptor), line(3, "10.00"));
  }

  private static Cfe draft(TipoCfe tipo, Optional<Receptor> receptor, Item... items) {
    return CfeBuilder.builder()
        .idDoc(IdDocBuilder.builder().tipoCFE(Optional.of(tipo)).fmaPago(Optional.of(1)).build())
        .emisor(EmisorBuilder.builder().build())
        .receptor(receptor)
        .totales(TotalesBuilder.builder().build())
        .items(List.of(items))
        .mediosPago(
            List.of(
                MedioPagoBuilder.builder()
                    .glosaMP(Optional.of("Efectivo"))
                    .valorPago(Optional.of(BigDecimal.ONE))
                    .build()))
        .build();
  }

  private static Pedido.Emision emision(
      Cfe cfe, Optional<Integer> branch, List<Pedido.IdRef> refs, Map<String, Place> places) {
    return new Pedido.Emision(
        Optional.of("X-1"),
        Optional.empty(),
        Optional.empty(),
        branch,
        cfe,
        Optional.empty(),
        refs,
        Pedido.Impresion.DEFAULT,
        "00",
        places);
  }
}
