package uy.pfacturas.signing.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.signing.Required;

class ProvidersTest {
  private static final String ACCP =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final String CONSCRYPT = "org.conscrypt.OpenSSLProvider";

  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(
      value = ProviderChoice.class,
      names = {"AUTO", "ACCP"})
  void choose_whereAccpIs_isAccp(ProviderChoice choice) {
    Required.orSkip(isLinuxOnX86(), "not Linux on x86_64");

    assertThat(new Providers().choose(choice, notices::add).name())
        .startsWith("AmazonCorrettoCryptoProvider 2.");
    assertThat(notices).isEmpty();
  }

  @Test
  void choose_conscrypt_isConscryptThoughAccpIsThere() {
    Required.orSkip(isLinuxOnX86(), "not Linux on x86_64");

    assertThat(new Providers().choose(ProviderChoice.CONSCRYPT, notices::add).name())
        .startsWith("Conscrypt");
    assertThat(notices).isEmpty();
  }

  @Test
  void choose_jdk_isTheJdkThoughOthersAreThere() {
    assertThat(new Providers().choose(ProviderChoice.JDK, notices::add).provider()).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void choose_autoWithoutAny_isTheJdkWithoutAWord() {
    Providers none = new Providers(ClassLoader.getPlatformClassLoader());

    assertThat(none.choose(ProviderChoice.AUTO, notices::add).provider()).isEmpty();
    assertThat(notices).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ProviderChoice.class,
      names = {"ACCP", "CONSCRYPT"})
  void choose_oneThatIsNotThere_isTheJdkWithALine(ProviderChoice choice) {
    Providers none = new Providers(ClassLoader.getPlatformClassLoader());

    assertThat(none.choose(choice, notices::add).provider()).isEmpty();
    assertThat(notices)
        .singleElement()
        .asString()
        .endsWith("no está en la carpeta proveedores")
        .doesNotContain("\n");
  }

  @Test
  void choose_accpWithoutItsLibrary_isConscrypt() throws Exception {
    Required.orSkip(isLinuxOnX86(), "not Linux on x86_64");
    try (URLClassLoader loader = loader(withoutLibrary(ACCP), jar(CONSCRYPT))) {
      assertThat(new Providers(loader).choose(ProviderChoice.AUTO, notices::add).name())
          .startsWith("Conscrypt");
      assertThat(notices)
          .singleElement()
          .asString()
          .startsWith("El proveedor de firma accp no funciona en esta máquina: ")
          .doesNotContain("\n");
    }
  }

  @Test
  void choose_noneWithItsLibrary_isTheJdkWithALineForEach() throws Exception {
    try (URLClassLoader loader = loader(withoutLibrary(ACCP), withoutLibrary(CONSCRYPT))) {
      Cryptography chosen = new Providers(loader).choose(ProviderChoice.AUTO, notices::add);

      assertThat(chosen.provider()).isEmpty();
      assertThat(chosen.name()).isEqualTo("JDK");
      assertThat(notices).hasSize(2);
    }
  }

  private static URLClassLoader loader(Path... jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** A copy of the jar of a class, as of another system: its native libraries are not in it. */
  private Path withoutLibrary(String className) throws Exception {
    Path copy = folder.resolve(className + ".jar");
    try (InputStream file = Files.newInputStream(jar(className));
        ZipInputStream in = new ZipInputStream(file);
        OutputStream target = Files.newOutputStream(copy);
        ZipOutputStream out = new ZipOutputStream(target)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().matches(".*\\.(so|dll|dylib)|META-INF/.*\\.(SF|RSA)")) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
    return copy;
  }

  /** Found without loading the class, whose library the machine may not have. */
  private static Path jar(String className) throws Exception {
    String path = className.replace('.', '/') + ".class";
    String url = String.valueOf(ProvidersTest.class.getClassLoader().getResource(path));
    return Path.of(URI.create(url.substring("jar:".length(), url.indexOf("!/"))));
  }

  private static boolean isLinuxOnX86() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }
}
