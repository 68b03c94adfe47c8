package uy.pfacturas.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.internal.CanonicalForm;
import uy.pfacturas.signing.internal.RefusedXmlException;
import uy.pfacturas.signing.internal.XmlParser;

/** What changes the canonical form is refused, what does not is accepted: by us and by xmlsec1. */
class MutationTest {
  private static final long SEED = Long.getLong("pfacturas.semilla", 20_260_302);

  /** Of each kind; {@code -Dpfacturas.mutaciones.firma} for more. */
  private static final int EACH = Integer.getInteger("pfacturas.mutaciones.firma", 500);

  private static final int PROCESSES = 2;
  private static final String DOCUMENT =
      """
      <ns0:CFE xmlns:ns0="http://cfe.dgi.gub.uy" xmlns:xsi="urn:x" version="1.0" nota="2 &lt; 3">
      <ns0:eTck><ns0:RznSoc>Ñandú &amp; Cía &gt; "uno"</ns0:RznSoc>
      <ns0:a xsi:t="1" b="2"/><ns0:item xml:lang="es"><ns0:Monto>1234.50</ns0:Monto></ns0:item>
      <ns0:fin/></ns0:eTck></ns0:CFE>
      """
          .strip();

  private static final Pattern BASE64 =
      Pattern.compile("(?<=<(SignatureValue|X509Certificate)>)[^<]+");

  @TempDir private Path keys;
  @TempDir private Path documents;
  private final XmlVerifier verifier = TestKeys.verifier();
  private final XmlParser parser = new XmlParser(XmlVerifier.MAX_BYTES);
  private final String signed =
      new String(
          TestKeys.signer(SignatureAlgorithm.RSA_SHA256)
              .sign(DOCUMENT.getBytes(StandardCharsets.UTF_8))
              .bytes(),
          StandardCharsets.UTF_8);

  @Test
  void verify_documentWrittenInAnotherWay_isValid() throws Exception {
    XmlSec1 xmlsec1 = new XmlSec1(keys);
    Mutations mutations = new Mutations(signed, SEED);
    List<Path> rewritten = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      String xml = mutations.rewrite();
      assertThat(isSame(xml)).as(xml).isTrue();
      assertThat(isValid(xml)).as(xml).isTrue();
      rewritten.add(Files.writeString(documents.resolve(i + ".xml"), xml));
    }

    assertThat(xmlsec1.verifiesAll(rewritten, TestKeys.AUTHORITY.certificate())).isTrue();
  }

  /** Whatever does not parse is shown to xmlsec1 too: every document to both. */
  @Test
  void verify_documentDamaged_isValidOnlyIfItsCanonicalFormStays() throws Exception {
    XmlSec1 xmlsec1 = new XmlSec1(keys);
    Mutations mutations = new Mutations(signed, SEED);
    Map<String, Boolean> expected = new LinkedHashMap<>();
    int changed = 0;
    while (changed < EACH) {
      String xml = mutations.damage();
      boolean isSame = isSame(xml);
      assertThat(isValid(xml)).as(xml).isEqualTo(isSame);
      changed += isSame ? 0 : 1;
      expected.put(xml, isSame);
    }

    ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
    try {
      List<Callable<String>> asked = new ArrayList<>();
      expected.forEach((xml, isSame) -> asked.add(() -> disagreement(xmlsec1, xml, isSame)));
      for (Future<String> answer : processes.invokeAll(asked)) {
        assertThat(answer.get()).isEmpty();
      }
    } finally {
      processes.shutdownNow();
    }
  }

  private String disagreement(XmlSec1 xmlsec1, String xml, boolean isSame) throws Exception {
    Path file = Files.writeString(Files.createTempFile(documents, "x", ".xml"), xml);
    boolean isValid = xmlsec1.verifies(file, TestKeys.AUTHORITY.certificate());
    Files.delete(file);
    return isValid == isSame ? "" : xml;
  }

  private boolean isSame(String xml) {
    return Arrays.equals(canonical(xml), canonical(signed));
  }

  private boolean isValid(String xml) {
    return verifier.verify(bytes(xml)).isValid();
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical form, without the white space in base64, which means nothing. */
  private byte[] canonical(String xml) {
    try {
      String compact =
          BASE64.matcher(xml).replaceAll(base64 -> base64.group().replaceAll("\\s", ""));
      return CanonicalForm.of(parser.parse(compact.getBytes(StandardCharsets.UTF_8)));
    } catch (RefusedXmlException e) {
      return new byte[0];
    }
  }
}
