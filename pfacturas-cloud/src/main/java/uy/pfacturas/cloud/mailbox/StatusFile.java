package uy.pfacturas.cloud.mailbox;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Syntax;

/**
 * What a status file says; the components are its keys, in their order ({@code Estado, Desde, Id,
 * TipoCFE, …, QueHacer}). What is not known yet is empty.
 *
 * @param estado state
 * @param desde since when
 * @param id the ERP's id
 * @param tipoCfe type of document
 * @param serie series
 * @param nro number
 * @param fchEmis date of the document
 * @param tmstFirma time of signing
 * @param tpoMoneda currency
 * @param mntTotal total
 * @param mntPagar to pay
 * @param codigoSeguridad first six characters of the hash
 * @param qr address that the QR holds
 * @param caeId number of the CAE
 * @param dNro first number of the CAE
 * @param hNro last number of the CAE
 * @param fecVenc last day of the CAE
 * @param xml signed document, relative to the mailbox, with slashes
 * @param pdf its printed representation, relative to the mailbox, with slashes
 * @param impreso whether it was printed; empty where nothing is to be printed
 * @param diferenciaErp total that the ERP gave, where it differs from ours within the tolerance
 * @param codigo codes of what is wrong, separated by commas
 * @param mensaje what happened, for a person
 * @param queHacer what to do, for a person
 */
@RecordBuilder
@RecordBuilder.Options(emptyDefaultForOptional = true)
public record StatusFile(
    Estado estado,
    OffsetDateTime desde,
    Optional<String> id,
    Optional<TipoCfe> tipoCfe,
    Optional<String> serie,
    Optional<Integer> nro,
    Optional<LocalDate> fchEmis,
    Optional<OffsetDateTime> tmstFirma,
    Optional<String> tpoMoneda,
    Optional<BigDecimal> mntTotal,
    Optional<BigDecimal> mntPagar,
    Optional<String> codigoSeguridad,
    Optional<String> qr,
    Optional<Long> caeId,
    Optional<Integer> dNro,
    Optional<Integer> hNro,
    Optional<LocalDate> fecVenc,
    Optional<String> xml,
    Optional<String> pdf,
    Optional<Boolean> impreso,
    Optional<BigDecimal> diferenciaErp,
    Optional<String> codigo,
    Optional<String> mensaje,
    Optional<String> queHacer) {
  /** The content of its {@code .json} file: one object with the keys that are known, in order. */
  public String json() {
    return new String(new StatusText(Syntax.DEFAULT).json(this), StandardCharsets.UTF_8);
  }
}
