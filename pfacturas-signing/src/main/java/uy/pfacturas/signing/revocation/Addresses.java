package uy.pfacturas.signing.revocation;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Where a certificate says that its authority can be asked: http and https alone.
 *
 * @param ocsp responders
 * @param crls lists, whole and for every reason
 */
record Addresses(List<URI> ocsp, List<URI> crls) {
  private static final int MOST = 3;

  static Addresses of(X509Certificate certificate) {
    try {
      return new Addresses(ocsp(certificate), crls(certificate));
    } catch (RuntimeException e) {
      // Extensions that are not what they should be: BouncyCastle says so in many ways.
      return new Addresses(List.of(), List.of());
    }
  }

  private static List<URI> ocsp(X509Certificate certificate) {
    return extension(certificate, Extension.authorityInfoAccess.getId())
        .map(AuthorityInformationAccess::getInstance)
        .map(access -> Stream.of(access.getAccessDescriptions()))
        .orElseGet(Stream::empty)
        .filter(a -> AccessDescription.id_ad_ocsp.equals(a.getAccessMethod()))
        .flatMap(a -> address(a.getAccessLocation()).stream())
        .limit(MOST)
        .toList();
  }

  private static List<URI> crls(X509Certificate certificate) {
    List<URI> found = new ArrayList<>();
    extension(certificate, Extension.cRLDistributionPoints.getId())
        .map(CRLDistPoint::getInstance)
        .map(points -> Stream.of(points.getDistributionPoints()))
        .orElseGet(Stream::empty)
        // Lists of another issuer, or for some reasons only, say less than is asked.
        .filter(point -> point.getCRLIssuer() == null && point.getReasons() == null)
        .flatMap(Addresses::names)
        .forEach(name -> address(name).ifPresent(found::add));
    return found.stream().limit(MOST).toList();
  }

  private static Stream<GeneralName> names(DistributionPoint point) {
    DistributionPointName name = point.getDistributionPoint();
    return name != null && name.getType() == DistributionPointName.FULL_NAME
        ? Stream.of(GeneralNames.getInstance(name.getName()).getNames())
        : Stream.empty();
  }

  private static Optional<URI> address(GeneralName name) {
    if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(name.getName().toString());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return Optional.of(uri).filter(u -> scheme.equals("http") || scheme.equals("https"));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static Optional<ASN1Primitive> extension(X509Certificate certificate, String oid) {
    return parse(certificate.getExtensionValue(oid));
  }

  /** The value of an extension as the JDK gives it: an octet string around it. */
  static Optional<ASN1Primitive> parse(byte @org.jspecify.annotations.Nullable [] value) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      byte[] inner = ASN1OctetString.getInstance(value).getOctets();
      return Optional.of(ASN1Primitive.fromByteArray(inner));
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException("extension is not DER", e);
    }
  }
}
