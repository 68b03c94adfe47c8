package uy.pfacturas.core.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.ComplFiscal;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.cfe.Retencion;
import uy.pfacturas.core.cfe.RetencionBuilder;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;

/** Valid documents of the types that ordinary shops do not use, of the same company and day. */
public final class OtherDocuments {
  private OtherDocuments() {}

  /** Goods sold to Brazil: 1,000.00 of exports. */
  public static Cfe exportacion(TipoCfe tipo) {
    Cfe cfe =
        CfeBuilder.builder(Documents.of(tipo, Documents.item(10, "Lana", "100", "10.00")))
            .receptor(Optional.of(abroad()))
            .build();
    return withReference(tipo, idDoc(cfe, OtherDocuments::exported), TipoCfe.E_FACTURA_EXPORTACION);
  }

  private static IdDocBuilder exported(IdDocBuilder b) {
    return b.clauVenta(Optional.of("FOB")).modVenta(Optional.of(1)).viaTransp(Optional.of(1));
  }

  /** The same goods on their way, without indicator. */
  public static Cfe remitoExportacion(TipoCfe tipo) {
    Item line =
        ItemBuilder.builder(Documents.item(10, "Lana", "100", "10.00"))
            .indFact(Optional.empty())
            .build();
    return Documents.calculated(
        idDoc(
            CfeBuilder.builder(Documents.of(tipo, line)).receptor(Optional.of(abroad())).build(),
            b -> exported(b).fmaPago(Optional.empty()).tipoTraslado(Optional.of(1))));
  }

  /** Goods that go to a customer. */
  public static Cfe remito(TipoCfe tipo) {
    Item line =
        ItemBuilder.builder(Documents.item(1, "Cajón", "3", "1"))
            .indFact(Optional.empty())
            .precioUnitario(Optional.empty())
            .build();
    Cfe cfe =
        CfeBuilder.builder(Documents.of(tipo, line))
            .receptor(Optional.of(Documents.receptor()))
            .totales(TotalesBuilder.builder().cantLinDet(Optional.of(1)).build())
            .build();
    return idDoc(cfe, b -> b.fmaPago(Optional.empty()).tipoTraslado(Optional.of(1)));
  }

  /** A retention of 50.00 on 1,000.00. */
  public static Cfe resguardo(TipoCfe tipo) {
    Item line =
        ItemBuilder.builder()
            .nroLinDet(Optional.of(1))
            .retencPerceps(List.of(retencion("2183165", "50.00")))
            .build();
    Cfe cfe =
        CfeBuilder.builder(Documents.of(tipo, line))
            .receptor(Optional.of(Documents.receptor()))
            .build();
    return Documents.calculated(idDoc(cfe, b -> b.fmaPago(Optional.empty())));
  }

  /** A retention of this code and amount. */
  public static Retencion retencion(String code, String value) {
    return RetencionBuilder.builder()
        .codRet(Optional.of(code))
        .tasa(Optional.of(new BigDecimal("5")))
        .mntSujetoaRet(Optional.of(new BigDecimal("1000.00")))
        .valRetPerc(Optional.of(new BigDecimal(value)))
        .build();
  }

  /** A sale on another's account. */
  public static Cfe cuentaAjena(TipoCfe tipo) {
    Cfe cfe =
        CfeBuilder.builder(Documents.of(tipo, Documents.item(3, "Novillo", "1", "100.00")))
            .receptor(Optional.of(Documents.receptor()))
            .complFiscal(Optional.of(mandante()))
            .build();
    return withReference(tipo, cfe, TipoCfe.E_TICKET_CUENTA_AJENA);
  }

  /** A principal with a RUC. */
  public static ComplFiscal mandante() {
    return new ComplFiscal(
        Optional.of(Documents.RUC),
        Optional.of(2),
        Optional.of("UY"),
        Optional.of(Documents.RUC_RECEPTOR),
        Optional.of("Estancia Demo"));
  }

  /** Bought from one who pays no tax. */
  public static Cfe boleta(TipoCfe tipo) {
    Cfe cfe =
        CfeBuilder.builder(Documents.of(tipo, Documents.item(13, "Miel", "10", "20.00")))
            .receptor(Optional.of(person()))
            .build();
    return withReference(tipo, cfe, TipoCfe.E_BOLETA);
  }

  /** Dollars bought to be sold again, from nobody in particular. */
  public static Cfe moneda() {
    return idDoc(
        Documents.of(TipoCfe.E_BOLETA, Documents.item(17, "Dólares", "100", "40.00")),
        b -> b.indCompraMEReventa(Optional.of(1)));
  }

  /** A person with a CI. */
  public static Receptor person() {
    return ReceptorBuilder.builder()
        .tipoDocRecep(Optional.of(3))
        .codPaisRecep(Optional.of("UY"))
        .docRecep(Optional.of("12345672"))
        .rznSocRecep(Optional.of("Persona Demo"))
        .dirRecep(Optional.of("Calle Demo 1"))
        .ciudadRecep(Optional.of("Salto"))
        .build();
  }

  /** A company in Brazil. */
  public static Receptor abroad() {
    return ReceptorBuilder.builder()
        .tipoDocRecep(Optional.of(7))
        .codPaisRecep(Optional.of("BR"))
        .docRecepExt(Optional.of("00000000000191"))
        .rznSocRecep(Optional.of("Importadora Demo Ltda"))
        .dirRecep(Optional.of("Rua Demo 1"))
        .ciudadRecep(Optional.of("Porto Alegre"))
        .deptoRecep(Optional.of("Rio Grande do Sul"))
        .paisRecep(Optional.of("Brasil"))
        .build();
  }

  private static Cfe idDoc(Cfe cfe, UnaryOperator<IdDocBuilder> change) {
    return CfeBuilder.builder(cfe)
        .idDoc(change.apply(IdDocBuilder.builder(cfe.idDoc())).build())
        .build();
  }

  private static Cfe withReference(TipoCfe tipo, Cfe cfe, TipoCfe original) {
    return tipo.isNota()
        ? CfeBuilder.builder(cfe).referencias(List.of(Documents.referencia(original))).build()
        : cfe;
  }

  /** The document in another currency. */
  public static Cfe in(Cfe cfe, String moneda, String rate) {
    return CfeBuilder.builder(cfe)
        .totales(
            TotalesBuilder.builder(cfe.totales())
                .tpoMoneda(Optional.of(new Moneda(moneda)))
                .tpoCambio(Optional.of(new BigDecimal(rate)))
                .build())
        .build();
  }

  /** A valid document of any type but those of ordinary shops. */
  public static Cfe of(TipoCfe tipo) {
    return switch (tipo.familia()) {
      case TICKET, FACTURA -> tipo.isCuentaAjena() ? cuentaAjena(tipo) : ordinary(tipo);
      case EXPORTACION -> exportacion(tipo);
      case REMITO -> remito(tipo);
      case REMITO_EXPORTACION -> remitoExportacion(tipo);
      case RESGUARDO -> resguardo(tipo);
      case BOLETA -> boleta(tipo);
    };
  }

  private static Cfe ordinary(TipoCfe tipo) {
    Cfe cfe =
        CfeBuilder.builder(Documents.of(tipo, Documents.item(3, "Silla", "1", "100.00")))
            .receptor(Optional.of(Documents.receptor()))
            .build();
    return withReference(tipo, cfe, TipoCfe.E_TICKET);
  }
}
