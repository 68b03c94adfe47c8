package uy.pfacturas.signing.certificate;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The subject of a certificate, as far as DGI gives it a meaning. */
public record Subject(String distinguishedName) {
  private static final String SERIAL_NUMBER_OID = "2.5.4.5";

  /** A RUC as the authorities write it into serialNumber, as in {@code RUC219999830019}. */
  private static final Pattern RUC = Pattern.compile("RUC\\s*(\\d{12})");

  /** Of a certificate, its name as in RFC 2253. */
  public static Subject of(X509Certificate certificate) {
    return new Subject(
        certificate
            .getSubjectX500Principal()
            .getName(X500Principal.RFC2253, Map.of(SERIAL_NUMBER_OID, "SERIALNUMBER")));
  }

  /** The RUC in the attribute serialNumber, 12 digits; its check digit is not looked at. */
  public Optional<String> ruc() {
    try {
      return new LdapName(distinguishedName)
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equals("SERIALNUMBER"))
              .map(Rdn::getValue)
              .map(value -> RUC.matcher(value.toString()))
              .filter(Matcher::matches)
              .map(matcher -> matcher.group(1))
              .findFirst();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
