package uy.pfacturas.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cli.testing.Calls;
import uy.pfacturas.core.testing.Documents;

class CertTokenTest extends CertCalls {
  /** Tokens of their own for this build, whose labels tell them apart. */
  @Test
  void sign_keyInAToken_needsItsPinAndItsLabel() throws Exception {
    Path library = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    Path conf = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = Files.createDirectories(folder.resolve("fichas"));
    Files.writeString(conf, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Programs programs = new Programs(folder);
    for (String label : List.of("VACIA", "CAJA")) {
      programs.run(
          "softhsm2-util",
          ("--init-token --free --so-pin so-1234 --pin " + SECRET + " --label " + label)
              .split(" "));
    }
    secretFile("clave", "Mala-27182");
    String place = "pkcs11_biblioteca = '" + library + "'";
    configure(place, "pkcs11_ficha = 'CAJA'", "clave_archivo = 'clave'");
    assertThat(call(CLOCK, "--stacktrace", "cert").err()).contains("LLAVE-12").contains("CAJA");
    secretFile("clave", SECRET);
    assertThat(call(CLOCK, "cert").err()).contains("LLAVE-06").contains("CAJA");
    putIntoToken(library, programs.run("softhsm2-util", "--show-slots"));
    Calls.Result good = call(CLOCK, "cert", "probar");
    assertThat(good.code()).as(good.err()).isZero();
    assertThat(good.out()).contains("Dónde está: CAJA").contains("RUC: " + Documents.RUC);
    configure(place, "pkcs11_ficha = 'OTRA'", "clave_archivo = 'clave'");
    assertThat(call(CLOCK, "cert").err()).contains("LLAVE-11").contains("CAJA").contains("VACIA");
    configure("pkcs11_biblioteca = 'no.so'", "clave_archivo = 'clave'");
    assertThat(call(CLOCK, "cert").err()).contains("LLAVE-15");
  }

  /** By Java's own provider, into the slot whose token is CAJA. */
  private void putIntoToken(Path library, String slots) throws Exception {
    Matcher caja =
        Pattern.compile("(?s)Slot (\\d+)\\s(?:(?!Slot \\d).)*?Label:\\s+CAJA").matcher(slots);
    assertThat(caja.find()).as(slots).isTrue();
    KeyStore token =
        KeyStore.getInstance(
            "PKCS11",
            Security.getProvider("SunPKCS11")
                .configure("--name=alta\nlibrary=" + library + "\nslot=" + caja.group(1)));
    token.load(null, SECRET.toCharArray());
    KeyStore file =
        KeyStore.getInstance(folder.resolve("empresa.p12").toFile(), SECRET.toCharArray());
    token.setKeyEntry(
        "firma",
        file.getKey("pfacturas", SECRET.toCharArray()),
        null,
        file.getCertificateChain("pfacturas"));
  }
}
