package uy.pfacturas.core.testing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.calculo.Calculator;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.DescuentoRecargoBuilder;
import uy.pfacturas.core.cfe.Emisor;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.Referencia;
import uy.pfacturas.core.cfe.ReferenciaBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.empresa.Sucursal;

/**
 * Valid documents of an invented company on one day, to be used as they are or broken by a test.
 */
public final class Documents {
  /** The day of all these documents. */
  public static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  /** RUC of the issuing company: DGI's own test company. */
  public static final String RUC = "219999830019";

  /** RUC of the receiving company: invented, its check digit is right. */
  public static final String RUC_RECEPTOR = "210000000027";

  private static final ZoneId MONTEVIDEO = ZoneId.of("America/Montevideo");

  private Documents() {}

  /** Noon of {@link #DAY} in Montevideo, for ever. */
  public static Clock clock() {
    return Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), MONTEVIDEO);
  }

  /** The company that issues, in the general regime, with two branches (1 and 2). */
  public static Empresa empresa() {
    return new Empresa(
        Ambiente.DEMO,
        RUC,
        "Comercio Demo SA",
        Optional.of("La Demo"),
        Optional.of("Comercio al por menor"),
        List.of("29000000"),
        Optional.of("demo@example.com"),
        List.of(
            new Sucursal(1, Optional.of("Central"), "Av. Uruguay 1234", "Montevideo", "Montevideo"),
            new Sucursal(2, Optional.empty(), "Calle 25 de Mayo 10", "Salto", "Salto")),
        "Res. 1/2026",
        "https://www.example.com/cfe",
        true,
        Regimen.GENERAL,
        Optional.empty(),
        Optional.empty(),
        Moneda.UYU,
        "N/A",
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The issuer as documents show it. */
  public static Emisor emisor() {
    return EmisorBuilder.builder()
        .rucEmisor(Optional.of(RUC))
        .rznSoc(Optional.of("Comercio Demo SA"))
        .nomComercial(Optional.of("La Demo"))
        .telefonos(List.of("29000000"))
        .emiSucursal(Optional.of("Central"))
        .cdgDGISucur(Optional.of(1))
        .domFiscal(Optional.of("Av. Uruguay 1234"))
        .ciudad(Optional.of("Montevideo"))
        .departamento(Optional.of("Montevideo"))
        .build();
  }

  /** A company that receives e-Facturas. */
  public static Receptor receptor() {
    return ReceptorBuilder.builder()
        .tipoDocRecep(Optional.of(2))
        .codPaisRecep(Optional.of("UY"))
        .docRecep(Optional.of(RUC_RECEPTOR))
        .rznSocRecep(Optional.of("Cliente Demo SRL"))
        .dirRecep(Optional.of("Av. Italia 100"))
        .ciudadRecep(Optional.of("Montevideo"))
        .build();
  }

  /** A line; the amount is left to the calculator. */
  public static Item item(int indFact, String name, String quantity, String price) {
    return ItemBuilder.builder()
        .nroLinDet(Optional.of(1))
        .indFact(Optional.of(indFact))
        .nomItem(Optional.of(name))
        .cantidad(Optional.of(new BigDecimal(quantity)))
        .uniMed(Optional.of("N/A"))
        .precioUnitario(Optional.of(new BigDecimal(price)))
        .build();
  }

  /** A global discount as the ERP may write it: kind 1 amount, 2 per cent; 0 for no indicator. */
  public static DescuentoRecargo discount(int kind, String value, int indFact) {
    return DescuentoRecargoBuilder.builder()
        .nroLinDR(Optional.of(1))
        .tpoMovDR(Optional.of("D"))
        .tpoDR(Optional.of(kind))
        .glosaDR(Optional.of("Bonificación"))
        .valorDR(Optional.of(new BigDecimal(value)))
        .indFactDR(indFact == 0 ? Optional.empty() : Optional.of(indFact))
        .build();
  }

  /** A document of this type and these lines, calculated; number, CAE and signature are missing. */
  public static Cfe of(TipoCfe tipo, Item... lines) {
    Cfe draft =
        CfeBuilder.builder()
            .idDoc(
                IdDocBuilder.builder()
                    .tipoCFE(Optional.of(tipo))
                    .fchEmis(Optional.of(DAY))
                    .fmaPago(Optional.of(1))
                    .build())
            .emisor(emisor())
            .totales(TotalesBuilder.builder().tpoMoneda(Optional.of(Moneda.UYU)).build())
            .items(numbered(List.of(lines)))
            .build();
    return calculated(draft);
  }

  /** The document with the amounts that follow from its lines. */
  public static Cfe calculated(Cfe cfe) {
    return Calculator.standard()
        .calculate(
            CfeBuilder.builder(cfe)
                .totales(
                    TotalesBuilder.builder()
                        .tpoMoneda(cfe.totales().tpoMoneda())
                        .tpoCambio(cfe.totales().tpoCambio())
                        .mntIVAOtra(cfe.totales().mntIVAOtra())
                        .build())
                .build())
        .cfe();
  }

  /** A cash e-Ticket to nobody in particular: net 200.00 and VAT 44.00. */
  public static Cfe eTicket() {
    return of(TipoCfe.E_TICKET, item(3, "Detergente 750 ml", "2", "100.00"));
  }

  /** An e-Factura to a company: net 200.00 and 50.00, exempt 10.00, VAT 44.00 and 5.00. */
  public static Cfe eFactura() {
    return CfeBuilder.builder(
            of(
                TipoCfe.E_FACTURA,
                item(3, "Teclado USB", "2", "100.00"),
                item(2, "Arroz suelto", "1", "50.00"),
                item(1, "Libro técnico", "1", "10.00")))
        .receptor(Optional.of(receptor()))
        .build();
  }

  /** A credit note of an e-Ticket. */
  public static Cfe notaDeCreditoDeETicket() {
    return CfeBuilder.builder(of(TipoCfe.NC_E_TICKET, item(3, "Detergente 750 ml", "1", "100.00")))
        .referencias(List.of(referencia(TipoCfe.E_TICKET)))
        .build();
  }

  /** A credit note of an e-Factura. */
  public static Cfe notaDeCredito() {
    return CfeBuilder.builder(of(TipoCfe.NC_E_FACTURA, item(3, "Teclado USB", "1", "100.00")))
        .receptor(Optional.of(receptor()))
        .referencias(List.of(referencia(TipoCfe.E_FACTURA)))
        .build();
  }

  /** A debit note of an e-Factura. */
  public static Cfe notaDeDebito() {
    return CfeBuilder.builder(of(TipoCfe.ND_E_FACTURA, item(3, "Diferencia", "1", "12.50")))
        .receptor(Optional.of(receptor()))
        .referencias(List.of(referencia(TipoCfe.E_FACTURA)))
        .build();
  }

  /** A reference to number A 45 of this type. */
  public static Referencia referencia(TipoCfe tipo) {
    return ReferenciaBuilder.builder()
        .nroLinRef(Optional.of(1))
        .tpoDocRef(Optional.of(tipo))
        .serie(Optional.of("A"))
        .nroCFERef(Optional.of(45))
        .razonRef(Optional.of("Devolución"))
        .fechaCFEref(Optional.of(DAY))
        .build();
  }

  /** An authorisation of this type: series A, 1 to 1,000, until the end of 2027. */
  public static Cae cae(TipoCfe tipo) {
    return new Cae(
        90260000000L + tipo.codigo(),
        tipo,
        "A",
        1,
        1000,
        LocalDate.of(2027, 12, 31),
        Optional.empty(),
        Optional.empty());
  }

  /** The document under number A {@code nro} of {@link #cae}. */
  public static Cfe numbered(Cfe cfe, int nro) {
    return cfe.withNumero(new Numero(cfe.tipo(), "A", nro), cae(cfe.tipo()).data());
  }

  private static List<Item> numbered(List<Item> lines) {
    return java.util.stream.IntStream.range(0, lines.size())
        .mapToObj(i -> ItemBuilder.builder(lines.get(i)).nroLinDet(Optional.of(i + 1)).build())
        .toList();
  }
}
