package uy.pfacturas.cloud.world;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.SolicitudFirma;

/** Signatures that are none: a time, and a digest that counts up. */
final class Signature {
  private Signature() {}

  /** A proposal of the cloud. */
  static Held of(Held held, String id, SolicitudFirma asked, OffsetDateTime now, int n) {
    byte[] digest = {0x0C, (byte) (n >> 16), (byte) (n >> 8), (byte) n, 0, 0};
    String hash = Base64.getEncoder().encodeToString(digest);
    String xml = asked.xml();
    int first = xml.indexOf("Encabezado>");
    int start = xml.lastIndexOf('<', first);
    String prefix = xml.substring(start + 1, first);
    int end = xml.lastIndexOf("</");
    String signed =
        xml.substring(0, start)
            + "<"
            + prefix
            + "TmstFirma>"
            + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now)
            + "</"
            + prefix
            + "TmstFirma>"
            + xml.substring(start, end)
            + "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><DigestValue>"
            + hash
            + "</DigestValue></Signature>"
            + xml.substring(end);
    return held.with()
        .estado(EstadoNumero.SIN_CONFIRMAR)
        .id(id)
        .huella(asked.huella())
        .hash(hash)
        .xml(signed)
        .dia(Optional.of(time(signed).toLocalDate()))
        .build();
  }

  /** Whether the cloud made it. */
  static boolean isOfCloud(String hash) {
    return hash.startsWith("DA");
  }

  /** What was delivered takes the place of the proposal. */
  static Held delivered(Held held, Entrega said, boolean conflict) {
    return held.with()
        .estado(conflict ? EstadoNumero.CONFLICTO : EstadoNumero.FIRME)
        .id(said.id())
        .huella(said.huella())
        .hash(said.hash())
        .xml(said.xml())
        .dia(Optional.of(time(said.xml()).toLocalDate()))
        .build();
  }

  /** When it was signed. */
  static OffsetDateTime time(String xml) {
    int start = xml.indexOf("TmstFirma>") + "TmstFirma>".length();
    return OffsetDateTime.parse(xml.substring(start, xml.indexOf('<', start)));
  }
}
