package uy.pfacturas.cli.validation;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Whose certificate it is. */
public final class Holder {
  private Holder() {}

  /** The common name of the subject, or the whole subject where it has none. */
  public static String name(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    try {
      return new LdapName(subject)
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(rdn -> String.valueOf(rdn.getValue()))
              .findFirst()
              .orElse(subject);
    } catch (InvalidNameException e) {
      return subject;
    }
  }
}
