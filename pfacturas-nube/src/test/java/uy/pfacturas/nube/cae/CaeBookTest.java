package uy.pfacturas.nube.cae;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cae.CaeXml;
import uy.pfacturas.core.cae.Constancia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Reply;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.DemoFolder;
import uy.pfacturas.nube.testing.Rig;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;

class CaeBookTest {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-24T12:00:00-03:00");

  @TempDir Path temp;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static byte[] file(String key, String ruc, int desde, int hasta, LocalDate vence) {
    Cae cae =
        new Cae(
            90_269_000_000L + desde,
            TipoCfe.E_TICKET,
            "B",
            desde,
            hasta,
            vence,
            Optional.empty(),
            Optional.empty());
    byte[] xml = CaeXml.render(new Constancia(new Rut(ruc), cae, NOON.toLocalDate(), NOON));
    Path keys = DemoFolder.template().config().carpeta().resolve("claves");
    SigningKey signing =
        SigningKey.readPkcs12(
            keys.resolve(key + ".p12"), KeyPassword.read(keys.resolve("contrasena")));
    return new XmlSigner(signing, SignatureAlgorithm.RSA_SHA256).sign(xml).bytes();
  }

  private static byte[] good() {
    return file("dgi", Documents.RUC, 1, 100, LocalDate.of(2027, 1, 31));
  }

  private Client.Response load(byte[] file) {
    return rig.client().post(Rig.EMISOR + "/cae", file);
  }

  @Test
  void load_signedByDgi_isTakenOnce() {
    Client.Response first = load(good());
    Client.Response again = load(good());

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.as(ListaCae.class)).isEqualTo(first.as(ListaCae.class));
    assertThat(first.as(ListaCae.class).cae())
        .hasSize(22)
        .anyMatch(e -> e.cae().serie().equals("B") && e.quedan() == 100 && !e.vencido());
  }

  @Test
  void load_changed_isRefused() {
    String changed = new String(good(), StandardCharsets.UTF_8).replace("HNro>100<", "HNro>900<");

    assertThat(changed).contains("HNro>900<");
    assertThat(load(changed.getBytes(StandardCharsets.UTF_8)).codigo())
        .isEqualTo("CAE_SIN_FIRMA_DE_DGI");
  }

  @Test
  void load_signedByTheCompanyItself_isRefused() {
    assertThat(load(file("empresa", Documents.RUC, 1, 100, LocalDate.of(2027, 1, 31))).codigo())
        .isEqualTo("CAE_SIN_FIRMA_DE_DGI");
  }

  @Test
  void load_noCertificateTrusted_isRefused() throws Exception {
    Files.delete(NubeConfig.confianzaCae(rig.folder()).resolve("demo.pem"));

    assertThat(load(good()).codigo()).isEqualTo("CAE_SIN_FIRMA_DE_DGI");
  }

  @Test
  void load_ofOtherCompany_isRefused() {
    assertThat(
            load(file("dgi", Documents.RUC_RECEPTOR, 1, 100, LocalDate.of(2027, 1, 31))).codigo())
        .isEqualTo("CAE_DE_OTRA_EMPRESA");
  }

  @Test
  void load_overlapping_isRefused() {
    load(good());

    assertThat(load(file("dgi", Documents.RUC, 100, 200, LocalDate.of(2027, 1, 31))).codigo())
        .isEqualTo("CAE_SUPERPUESTA");
    assertThat(load(file("dgi", Documents.RUC, 101, 200, LocalDate.of(2027, 1, 31))).status())
        .isEqualTo(201);
  }

  @Test
  void load_expired_isRefused() {
    assertThat(load(file("dgi", Documents.RUC, 1, 100, LocalDate.of(2026, 11, 23))).codigo())
        .isEqualTo("CAE_YA_VENCIDA");
    assertThat(load(file("dgi", Documents.RUC, 1, 100, LocalDate.of(2026, 11, 24))).status())
        .isEqualTo(201);
  }

  @Test
  void load_signedButNoCae_isUnreadable() {
    Path keys = DemoFolder.template().config().carpeta().resolve("claves");
    SigningKey dgi =
        SigningKey.readPkcs12(
            keys.resolve("dgi.p12"), KeyPassword.read(keys.resolve("contrasena")));
    byte[] other =
        new XmlSigner(dgi, SignatureAlgorithm.RSA_SHA256)
            .sign("<otra/>".getBytes(StandardCharsets.UTF_8))
            .bytes();

    Client.Response response = load(other);

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.codigo()).isEqualTo("CAE_ILEGIBLE");
    assertThat(response.json().get("faltas")).isNotEmpty();
  }

  @Test
  void take_testCaeInProduction_isRefused() {
    try (Store store = Store.open(temp.resolve("real"), Ambiente.PRODUCCION, Documents.clock())) {
      CaeBook book =
          new CaeBook(
              store, NubeConfig.confianzaCae(rig.folder()), Ambiente.PRODUCCION, Documents.clock());

      assertThat(code(book.take(Documents.RUC, good()))).isEqualTo(Codigo.CAE_DE_PRUEBA);
    }
  }

  @Test
  void take_dgisOwnFile_isReadAndVerified() throws Exception {
    Path references = Path.of(System.getProperty("pfacturas.referencias", "absent"));
    if (!"true".equals(System.getenv("CI"))) {
      Assumptions.assumeTrue(Files.isDirectory(references), "DGI's samples are not here");
    }
    byte[] file =
        Files.readAllBytes(
            references.resolve("dgi/ejemplos/cae-219999830019-90120000194-e-ticket.xml"));
    String text = new String(file, StandardCharsets.UTF_8);
    String certificate =
        text.substring(text.indexOf("<X509Certificate>") + 17, text.indexOf("</X509Certificate>"));
    Path trust = Files.createDirectories(temp.resolve("confianza"));
    Files.writeString(
        trust.resolve("dgi.pem"),
        "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");
    Clock then = Clock.fixed(NOON.minusYears(13).toInstant(), CaeBook.ZONE);
    try (Store store = Store.open(temp.resolve("prueba"), Ambiente.PRUEBA, Documents.clock())) {
      store.write(
          h -> h.execute("INSERT INTO empresa (ruc, registro) VALUES ('219999830019', '{}')"));
      CaeBook now = new CaeBook(store, trust, Ambiente.PRUEBA, Documents.clock());
      CaeBook book = new CaeBook(store, trust, Ambiente.PRUEBA, then);

      assertThat(code(now.take("219999830019", file))).isEqualTo(Codigo.CAE_YA_VENCIDA);
      book.take("219999830019", file);
      assertThat(book.list("219999830019"))
          .singleElement()
          .matches(e -> e.cae().caeId() == 90_120_000_194L && e.quedan() == 145_778);
    }
  }

  private static Codigo code(Reply<Cae> reply) {
    return reply.fold(
        given -> {
          throw new AssertionError("taken: " + given);
        },
        refusal -> refusal.codigo());
  }
}
