package uy.pfacturas.signing.request;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The company that asks for a certificate, as it is to be in the subject.
 *
 * @param ruc 12 digits; becomes {@code serialNumber=RUC…}
 * @param nombre name by which it is known, CN
 * @param razonSocial name by which it is registered, O
 * @param departamento where it is registered, ST; empty to leave it to the authority
 * @param correo e-mail, E; empty to leave it to the authority
 * @see "DGI, Documento técnico CFE v1.1, Anexo D, Formatos de nombres"
 */
public record Applicant(
    String ruc,
    String nombre,
    String razonSocial,
    Optional<String> departamento,
    Optional<String> correo) {
  private static final Pattern RUC = Pattern.compile("\\d{12}");

  /**
   * @throws IllegalArgumentException when the RUC is not 12 digits or a name is blank
   */
  public Applicant {
    if (!RUC.matcher(ruc).matches()) {
      throw new IllegalArgumentException("ruc is not 12 digits: " + ruc);
    }
    if (nombre.isBlank() || razonSocial.isBlank()) {
      throw new IllegalArgumentException("nombre or razonSocial is blank");
    }
  }

  /** From the country down to the company; names as they were given. */
  X500Name subject() {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "UY");
    departamento.ifPresent(d -> name.addRDN(BCStyle.ST, d));
    name.addRDN(BCStyle.O, razonSocial)
        .addRDN(BCStyle.CN, nombre)
        .addRDN(BCStyle.SERIALNUMBER, "RUC" + ruc);
    correo.ifPresent(c -> name.addRDN(BCStyle.EmailAddress, new DERIA5String(c)));
    return name.build();
  }
}
