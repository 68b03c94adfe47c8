package uy.pfacturas.signing;

/** How a signature says whose key made it. DGI's messages need different forms. */
public enum KeyInfoForm {
  /**
   * Certificate, and then its issuer and number: whoever has the message can verify it. So are
   * DGI's CAE, ACKSobre, ACKCFE and ACKRepDiario, and the Reporte in its examples. Our CFE too: a
   * receiver, or the cloud that is given what a station signed, may not have the certificate yet.
   *
   * @see "DGI, Servicios Web Externos 1.1, anexo; the sample of a CAE"
   */
  CERTIFICATE_AND_ISSUER_SERIAL,

  /**
   * Issuer and number alone, for a certificate that is known otherwise: what the CFE in DGI's
   * examples have, whose certificate is in the Caratula of their sobre. The schema demands it of
   * every CFE, and does not forbid the certificate beside it.
   *
   * @see "DGI, CFEType.xsd 1.44.2, comment at its head"
   */
  ISSUER_SERIAL
}
