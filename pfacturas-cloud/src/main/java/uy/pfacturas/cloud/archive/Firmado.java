package uy.pfacturas.cloud.archive;

import java.time.LocalDate;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.print.PrintData;

/**
 * A signed document as it is kept.
 *
 * @param numero its number
 * @param correccion how often it was corrected before, which only a CFC is
 * @param dia day of signing
 * @param id the ERP's id
 * @param hash base64 of the digest of its signature
 * @param xml the signed document, kept byte for byte as UTF-8
 * @param impresion what was printed that day and the XML does not hold
 */
public record Firmado(
    Numero numero,
    int correccion,
    LocalDate dia,
    String id,
    String hash,
    String xml,
    PrintData impresion) {
  /** One that was not corrected. */
  public Firmado(
      Numero numero, LocalDate dia, String id, String hash, String xml, PrintData impresion) {
    this(numero, 0, dia, id, hash, xml, impresion);
  }

  /** The name of its files, without their endings. */
  static String nombre(Numero numero, int correccion) {
    return correccion == 0 ? numero.texto() : numero.texto() + "-corregido-" + correccion;
  }
}
