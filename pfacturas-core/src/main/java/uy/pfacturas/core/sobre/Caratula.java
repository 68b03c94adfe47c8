package uy.pfacturas.core.sobre;

import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.rut.Rut;

/**
 * The cover of a sobre: who sends what to whom.
 *
 * @param rutReceptor DGI, or the receiver of the documents, A-C2
 * @param rucEmisor issuer of the documents, A-C3
 * @param idEmisor number that the issuer gives to the sobre, up to 10 digits, unique for it, A-C7
 * @param cantCFE how many documents, 1 to 250, A-C9
 * @param fecha when the sobre was made, A-C16
 * @param x509Certificate certificate that all its documents are signed with, DER, A-C20
 * @see "Formato del sobre v05, 3.A"
 */
public record Caratula(
    Rut rutReceptor,
    Rut rucEmisor,
    long idEmisor,
    int cantCFE,
    OffsetDateTime fecha,
    Binario x509Certificate) {
  private static final ZoneId URUGUAY = ZoneId.of("America/Montevideo");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  /**
   * The certificate as such; empty if these bytes are none. Whether it is to be trusted, is open.
   */
  public Optional<X509Certificate> certificado() {
    return Certificados.read(x509Certificate);
  }

  /** The same cover for another number of documents. */
  public Caratula withCantCFE(int count) {
    return new Caratula(rutReceptor, rucEmisor, idEmisor, count, fecha, x509Certificate);
  }

  /** Name of the file: {@code Sob_RUC_AAAAMMDD_id.xml}, by Uruguay's day. */
  public String archivo() {
    String day = DAY.format(fecha.atZoneSameInstant(URUGUAY));
    return "Sob_" + rucEmisor + "_" + day + "_" + idEmisor + ".xml";
  }
}
