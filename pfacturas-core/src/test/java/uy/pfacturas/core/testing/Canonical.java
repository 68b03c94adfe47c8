package uy.pfacturas.core.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/** Canonical XML 1.0 by the JDK, in which two documents are the same or not. */
public final class Canonical {
  private Canonical() {}

  /** The canonical form, comments left out. */
  public static String of(byte[] xml) {
    try {
      TransformService service =
          TransformService.getInstance(CanonicalizationMethod.INCLUSIVE, "DOM");
      service.init((TransformParameterSpec) null);
      OctetStreamData canonical =
          (OctetStreamData)
              service.transform(new OctetStreamData(new ByteArrayInputStream(xml)), null);
      try (InputStream in = canonical.getOctetStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (GeneralSecurityException | TransformException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
