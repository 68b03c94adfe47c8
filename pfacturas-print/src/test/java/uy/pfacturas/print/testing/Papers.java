package uy.pfacturas.print.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.CodItem;
import uy.pfacturas.core.cfe.DescuentoRecargoBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.MedioPagoBuilder;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.Referencia;
import uy.pfacturas.core.cfe.ReferenciaBuilder;
import uy.pfacturas.core.cfe.Retencion;
import uy.pfacturas.core.cfe.RetencionTotal;
import uy.pfacturas.core.cfe.SubTotalBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.testing.Documents;

/** Signed documents of an invented company, ordinary ones and extreme ones. */
public final class Papers {
  private Papers() {}

  /** A cash e-Ticket of one line to nobody in particular. */
  public static Paper eTicket() {
    return Paper.of(Documents.eTicket());
  }

  /** An e-Factura of three lines to a company. */
  public static Paper eFactura() {
    return Paper.of(Documents.eFactura());
  }

  /** An e-Ticket of so many lines. */
  public static Paper lines(int count) {
    return Paper.of(
        Documents.of(
            TipoCfe.E_TICKET,
            IntStream.rangeClosed(1, count)
                .mapToObj(i -> Documents.item(3, "Artículo " + i + " de muestra", "2", "10.00"))
                .toArray(Item[]::new)));
  }

  /** An e-Factura in which every field that the format prints has a value of its own. */
  public static Paper everything() {
    Cfe cfe = Documents.eFactura();
    Item first =
        ItemBuilder.builder(cfe.items().get(0))
            .codItems(List.of(new CodItem(Optional.of("INT1"), Optional.of("0012"))))
            .dscItem(Optional.of("Teclado español, retroiluminado\nGarantía de un año"))
            .uniMed(Optional.of("un"))
            .cantidad(Optional.of(new BigDecimal("2.500")))
            .precioUnitario(Optional.of(new BigDecimal("80.123456")))
            .descuentoPct(Optional.of(new BigDecimal("10")))
            .descuentoMonto(Optional.of(new BigDecimal("36.61")))
            .recargoPct(Optional.of(new BigDecimal("5")))
            .recargoMnt(Optional.of(new BigDecimal("18.31")))
            .retencPerceps(
                List.of(
                    new Retencion(
                        Optional.of("2183211"),
                        Optional.of(new BigDecimal("2.000")),
                        Optional.of(new BigDecimal("182.00")),
                        Optional.empty(),
                        Optional.of(new BigDecimal("3.64")))))
            .build();
    return Paper.of(
        CfeBuilder.builder(cfe)
            .idDoc(
                IdDocBuilder.builder(cfe.idDoc())
                    .fmaPago(Optional.of(2))
                    .fchVenc(Optional.of(LocalDate.of(2026, 12, 24)))
                    .periodoDesde(Optional.of(LocalDate.of(2026, 10, 1)))
                    .periodoHasta(Optional.of(LocalDate.of(2026, 10, 31)))
                    .nroInterno(Optional.of("INT-778"))
                    .ivaAlDia(Optional.of(1))
                    .indPagCta3ros(Optional.of(1))
                    .infoAdicionalDoc(Optional.of("Información adicional del documento"))
                    .build())
            .emisor(
                EmisorBuilder.builder(cfe.emisor())
                    .giroEmis(Optional.of("Venta de equipos de oficina"))
                    .correoEmisor(Optional.of("ventas@example.com"))
                    .build())
            .receptor(
                Optional.of(
                    ReceptorBuilder.builder(Documents.receptor())
                        .deptoRecep(Optional.of("Canelones"))
                        .cp(Optional.of(14000))
                        .lugarDestEnt(Optional.of("Depósito 3"))
                        .compraID(Optional.of("OC-2026-15"))
                        .build()))
            .totales(
                TotalesBuilder.builder(cfe.totales())
                    .tpoMoneda(Optional.of(new Moneda("USD")))
                    .tpoCambio(Optional.of(new BigDecimal("39.875")))
                    .mntNoGrv(money("10.01"))
                    .mntExpoyAsim(money("11.02"))
                    .mntImpuestoPerc(money("12.03"))
                    .mntIVaenSusp(money("13.04"))
                    .mntNetoIvaTasaMin(money("50.05"))
                    .mntNetoIVATasaBasica(money("200.06"))
                    .mntNetoIVAOtra(money("17.07"))
                    .ivaTasaMin(money("10.000"))
                    .ivaTasaBasica(money("22.000"))
                    .mntIVATasaMin(money("5.08"))
                    .mntIVATasaBasica(money("44.09"))
                    .mntIVAOtra(money("3.10"))
                    .mntTotal(money("1365.55"))
                    .retencPerceps(
                        List.of(new RetencionTotal(Optional.of("2183211"), money("3.64"))))
                    .mntTotRetenido(money("3.65"))
                    .mntTotCredFisc(money("1.66"))
                    .montoNF(money("-0.17"))
                    .mntPagar(money("1369.03"))
                    .build())
            .items(List.of(first, cfe.items().get(1), cfe.items().get(2)))
            .subTotales(
                List.of(
                    SubTotalBuilder.builder()
                        .glosaSTI(Optional.of("Subtotal equipos"))
                        .valSubtotSTI(money("201.00"))
                        .build()))
            .descuentosRecargos(
                List.of(
                    DescuentoRecargoBuilder.builder(Documents.discount(1, "7.77", 3)).build(),
                    DescuentoRecargoBuilder.builder()
                        .tpoMovDR(Optional.of("R"))
                        .glosaDR(Optional.of("Recargo por flete"))
                        .valorDR(money("8.88"))
                        .indFactDR(Optional.of(3))
                        .build()))
            .mediosPago(
                List.of(
                    MedioPagoBuilder.builder()
                        .codMP(Optional.of(1))
                        .glosaMP(Optional.of("Transferencia bancaria"))
                        .valorPago(money("1369.03"))
                        .build()))
            .referencias(List.of(reference(77)))
            .build());
  }

  /** The longest texts and numbers that DGI's format takes. */
  public static Paper extreme() {
    Cfe cfe = Documents.eFactura();
    String amount = "999999999999999.99";
    Item item =
        ItemBuilder.builder(cfe.items().get(0))
            .nomItem(Optional.of("Artículo de nombre largo ".repeat(4).substring(0, 80)))
            .dscItem(Optional.of("Ñandú y cigüeña ".repeat(63).substring(0, 1000)))
            .cantidad(Optional.of(new BigDecimal("99999999999999.999")))
            .uniMed(Optional.of("MMMM"))
            .precioUnitario(Optional.of(new BigDecimal("99999999999.999999")))
            .descuentoMonto(money(amount))
            .montoItem(money(amount))
            .build();
    return Paper.of(
        CfeBuilder.builder(cfe)
            .emisor(
                EmisorBuilder.builder(cfe.emisor())
                    .rznSoc(Optional.of("Sociedad de nombre larguísimo ".repeat(5).strip()))
                    .nomComercial(Optional.of("W".repeat(30)))
                    .domFiscal(Optional.of("M".repeat(70)))
                    .infoAdicionalEmisor(Optional.of("información ".repeat(12)))
                    .build())
            .receptor(
                Optional.of(
                    ReceptorBuilder.builder(Documents.receptor())
                        .rznSocRecep(Optional.of("W".repeat(150)))
                        .dirRecep(Optional.of("M".repeat(70)))
                        .build()))
            .totales(
                TotalesBuilder.builder(cfe.totales())
                    .mntNetoIVATasaBasica(money(amount))
                    .mntTotal(money(amount))
                    .mntPagar(money("-" + amount))
                    .build())
            .items(List.of(item, item, item, item))
            .referencias(IntStream.rangeClosed(1, 40).mapToObj(Papers::reference).toList())
            .build());
  }

  /** A reference to number A {@code nro} with its amount. */
  public static Referencia reference(int nro) {
    return ReferenciaBuilder.builder(Documents.referencia(TipoCfe.E_FACTURA))
        .nroCFERef(Optional.of(nro))
        .fechaCFEref(Optional.of(LocalDate.of(2026, 11, 2)))
        .mntCFEref(money("1234.56"))
        .tpoMonedaRef(Optional.of(new Moneda("USD")))
        .build();
  }

  /** A time of signing on the day of the documents. */
  static OffsetDateTime signed() {
    return OffsetDateTime.parse("2026-11-24T12:00:00-03:00");
  }

  /** A digest whose base64 has all characters that an address must escape. */
  static String hash() {
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (i * 37 + 251);
    }
    return Base64.getEncoder().encodeToString(digest);
  }

  private static Optional<BigDecimal> money(String amount) {
    return Optional.of(new BigDecimal(amount));
  }
}
