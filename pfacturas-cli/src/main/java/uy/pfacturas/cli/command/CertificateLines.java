package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import uy.pfacturas.cli.wiring.CertificateNotice;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.signing.certificate.Subject;
import uy.pfacturas.signing.key.SigningKey;

/** What there is to know of a key's certificate, for people and for programs. */
final class CertificateLines {
  private final Session session;
  private final SigningKey key;
  private final String where;
  private final Instant now;

  /**
   * @param where the key is, for a person
   */
  CertificateLines(Session session, SigningKey key, String where) {
    this.session = session;
    this.key = key;
    this.where = where;
    this.now = session.clock().instant();
  }

  ObjectNode json() {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("titular", Subject.of(key.certificate()).distinguishedName());
    node.put("ruc", key.ruc().orElse(""));
    node.put("emisor", key.certificate().getIssuerX500Principal().getName());
    node.put("numero", key.certificate().getSerialNumber().toString());
    node.put("desde", key.notBefore().toString()).put("hasta", key.notAfter().toString());
    node.put("quedanDias", key.validity().daysLeft(now));
    node.put("estado", CheckLines.word(key.validity().at(now)));
    node.put("llave", "RSA " + key.bits());
    node.put("algoritmo", key.certificate().getSigAlgName());
    return node.put("lugar", where);
  }

  /** One line each, then what a person should do about its dates. */
  void print() {
    json()
        .properties()
        .forEach(
            e ->
                session
                    .console()
                    .out()
                    .println(
                        session.messages().get("cert." + e.getKey())
                            + ": "
                            + (e.getKey().equals("estado")
                                ? session.messages().get("cert.estado." + e.getValue().asText())
                                : e.getValue().asText())));
    notice().ifPresent(notice -> session.console().err().println(notice));
  }

  private Optional<String> notice() {
    return new CertificateNotice(key.validity(), session.clock().getZone(), session.messages())
        .at(now);
  }
}
