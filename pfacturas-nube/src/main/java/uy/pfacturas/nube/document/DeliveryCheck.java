package uy.pfacturas.nube.document;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.nube.company.SigningKeys;
import uy.pfacturas.nube.ledger.Ledger;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.signing.Verification;
import uy.pfacturas.signing.trust.Trust;

/** Judges the signature of a document that is delivered. */
final class DeliveryCheck {
  private final Ledger ledger;
  private final SigningKeys keys;

  DeliveryCheck(Ledger ledger, SigningKeys keys) {
    this.ledger = ledger;
    this.keys = keys;
  }

  /**
   * Why it is not the company's signature of this number with this hash; empty if it is. What the
   * cloud signed itself and comes back byte for byte needs no second look.
   */
  Optional<Refusal> defect(String ruc, Numero numero, Entrega entrega) {
    if (ledger.isStored(ruc, numero, entrega.hash(), entrega.xml())) {
      return Optional.empty();
    }
    byte[] xml = entrega.xml().getBytes(StandardCharsets.UTF_8);
    return keys.verifier(ruc)
        .verify(xml)
        .match(
            valid -> defect(ruc, numero, entrega.hash(), valid, CfeXml.parse(xml)),
            invalid ->
                Optional.of(
                    Refusal.of(
                        Codigo.FIRMA_INVALIDA,
                        numero,
                        invalid.sentence(Locale.forLanguageTag("es")))));
  }

  private static Optional<Refusal> defect(
      String ruc, Numero numero, String hash, Verification.Valid signature, CfeXml.Parsed parsed) {
    if (signature.trust() != Trust.TRUSTED || !signature.ruc().equals(Optional.of(ruc))) {
      return Optional.of(Refusal.of(Codigo.FIRMA_DE_OTRO, numero));
    }
    if (!(parsed instanceof CfeXml.Parsed.Document document)
        || !signature.digest().equals(hash)
        || !isOf(ruc, numero, document.cfe())) {
      return Optional.of(Refusal.of(Codigo.FIRMA_NO_CORRESPONDE, numero));
    }
    OffsetDateTime signed = document.cfe().tmstFirma().orElseThrow();
    return signature.wasInForce(signed.toInstant())
        ? Optional.empty()
        : Optional.of(Refusal.of(Codigo.FIRMA_FUERA_DE_VIGENCIA, numero));
  }

  private static boolean isOf(String ruc, Numero numero, Cfe cfe) {
    return cfe.tmstFirma().isPresent()
        && cfe.emisor().rucEmisor().equals(Optional.of(ruc))
        && cfe.idDoc().tipoCFE().isPresent()
        && cfe.numero().equals(Optional.of(numero));
  }
}
