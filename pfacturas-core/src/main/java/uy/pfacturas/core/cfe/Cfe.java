package uy.pfacturas.core.cfe;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A document, zones A to H and K of DGI's format; zone I (the signature) belongs to its bytes, zone
 * J (adenda) travels beside it.
 *
 * <p>A record of the format holds what the document says: every field is optional here, what must
 * be there is judged by the format table and the rules, so an incomplete document can be held,
 * shown and completed. Amounts keep the scale that they were written with; what this program
 * computes has scale 2. The accessors below the components are for documents that have passed the
 * rules.
 *
 * @param tmstFirma time of signing with its offset, H-C1; set by who signs
 * @param idDoc identification of the document
 * @param emisor issuer
 * @param receptor receiver; empty for an anonymous e-Ticket
 * @param totales totals
 * @param items lines of detail, up to {@link Familia#maxLineas()}
 * @param subTotales informative subtotals, up to 20
 * @param descuentosRecargos global discounts and surcharges, up to 20
 * @param mediosPago means of payment, up to 40
 * @param referencias references, up to 40
 * @param caeData authorisation of the number; empty before the document has one
 * @param complFiscal fiscal data of the principal; empty but for sales on another's account
 * @param complFiscalCifrado the same, encrypted for DGI; empty where it is not
 * @see "Formato de los CFE v25-1, §2"
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
public record Cfe(
    Optional<OffsetDateTime> tmstFirma,
    IdDoc idDoc,
    Emisor emisor,
    Optional<Receptor> receptor,
    Totales totales,
    List<Item> items,
    List<SubTotal> subTotales,
    List<DescuentoRecargo> descuentosRecargos,
    List<MedioPago> mediosPago,
    List<Referencia> referencias,
    Optional<CaeData> caeData,
    Optional<ComplFiscal> complFiscal,
    Optional<Cifrado> complFiscalCifrado) {
  public Cfe {
    items = List.copyOf(items);
    subTotales = List.copyOf(subTotales);
    descuentosRecargos = List.copyOf(descuentosRecargos);
    mediosPago = List.copyOf(mediosPago);
    referencias = List.copyOf(referencias);
  }

  /**
   * The type, A-C2.
   *
   * @throws java.util.NoSuchElementException if the document does not say it
   */
  public TipoCfe tipo() {
    return idDoc.tipoCFE().orElseThrow();
  }

  /** The number; empty before one was given. */
  public Optional<Numero> numero() {
    return idDoc.serie().flatMap(s -> idDoc.nro().map(n -> new Numero(tipo(), s, n)));
  }

  /**
   * The date of the document, A-C5.
   *
   * @throws java.util.NoSuchElementException if the document does not say it
   */
  public LocalDate fchEmis() {
    return idDoc.fchEmis().orElseThrow();
  }

  /**
   * The currency, A-C110.
   *
   * @throws java.util.NoSuchElementException if the document does not say it
   */
  public Moneda moneda() {
    return totales.tpoMoneda().orElseThrow();
  }

  /**
   * The total, A-C124.
   *
   * @throws java.util.NoSuchElementException if the document does not say it
   */
  public BigDecimal mntTotal() {
    return totales.mntTotal().orElseThrow();
  }

  /** This document under a number and its authorisation. */
  public Cfe withNumero(Numero numero, CaeData cae) {
    return CfeBuilder.builder(this)
        .idDoc(
            IdDocBuilder.builder(idDoc)
                .tipoCFE(Optional.of(numero.tipo()))
                .serie(Optional.of(numero.serie()))
                .nro(Optional.of(numero.nro()))
                .build())
        .caeData(Optional.of(cae))
        .build();
  }

  /** This document with zone K as DGI alone can read it. */
  public Cfe withComplFiscal(Cifrado cifrado) {
    return CfeBuilder.builder(this)
        .complFiscal(Optional.empty())
        .complFiscalCifrado(Optional.of(cifrado))
        .build();
  }

  /** This document with its time of signing, in whole seconds. */
  public Cfe withTmstFirma(OffsetDateTime when) {
    return CfeBuilder.builder(this)
        .tmstFirma(Optional.of(when.truncatedTo(ChronoUnit.SECONDS)))
        .build();
  }
}
