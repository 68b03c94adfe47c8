package uy.pfacturas.nube.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.EmpresaBuilder;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.OtherDocuments;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.demo.DemoAuthority;
import uy.pfacturas.signing.encryption.XmlDecryptor;
import uy.pfacturas.signing.key.KeyPassword;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** What the signed document of a sale on another's account tells of whom it is made for. */
class ComplementoTest {
  private static final String NOMBRE = "Estancia Demo";
  private static final SigningKey DGI =
      DemoAuthority.create(Documents.clock())
          .issue("214844360018", "DGI DE LA PRUEBA", Documents.clock());

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

  @Test
  void sign_companyWithDgisCertificate_onlyDgiReadsTheComplemento() throws Exception {
    configure(Optional.of(Binario.of(DGI.certificate().getEncoded())));

    String xml = signed();

    assertThat(xml).doesNotContain(NOMBRE, "Compl_Fiscal_Data");
    assertThat(Esquema.cfe().errorsOf(xml)).isEmpty();
    assertThat(
            new XmlVerifier(TrustedCertificates.none())
                .verify(xml.getBytes(StandardCharsets.UTF_8))
                .isValid())
        .isTrue();
    assertThat(decrypted(xml))
        .startsWith(
            "<Compl_Fiscal_Data xmlns=\"http://cfe.dgi.gub.uy\"><RUCEmisor>" + Documents.RUC)
        .contains("<NombreMdte>" + NOMBRE + "</NombreMdte>")
        .endsWith("</Compl_Fiscal_Data>");
    assertThat(CfeXml.parse(xml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            CfeXml.Parsed.Document.class,
            document -> assertThat(document.cfe().complFiscalCifrado()).isPresent());
  }

  @Test
  void sign_companyWithout_isInClearAsTheFormatAllows() throws Exception {
    configure(Optional.empty());

    String xml = signed();

    assertThat(xml).contains("<NombreMdte>" + NOMBRE).doesNotContain("EncryptedData");
    assertThat(Esquema.cfe().errorsOf(xml)).isEmpty();
  }

  @Test
  void sign_certificateThatIsNone_isRefusedAndTheNumberStays() {
    configure(Optional.of(Binario.of(new byte[] {1, 2, 3})));

    Client.Response response = sign();

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.text()).contains("No se puede cifrar para el certificado");
  }

  private void configure(Optional<Binario> dgi) {
    Empresa empresa = rig.nube().companies().find(Documents.RUC).orElseThrow();
    rig.nube().companies().save(EmpresaBuilder.builder(empresa).certificadoDgi(dgi).build());
  }

  private String signed() {
    return sign().as(DocumentoFirmado.class).xml().orElseThrow();
  }

  private Client.Response sign() {
    TipoCfe tipo = TipoCfe.E_TICKET_CUENTA_AJENA;
    Bloque block = rig.lease("E1", "vida-1", tipo, "s1", 1).as(Bloque.class);
    return rig.sign("E1/1", Rig.request("E1", block, 0, OtherDocuments.cuentaAjena(tipo)));
  }

  private String decrypted(String xml) throws Exception {
    Path file = temp.resolve("dgi.p12");
    char[] password = "prueba".toCharArray();
    DGI.writePkcs12(file, KeyPassword.of(password.clone()));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    PrivateKey key = (PrivateKey) store.getKey(store.aliases().nextElement(), password);
    String encrypted =
        Pattern.compile("<xenc:EncryptedData .*</xenc:EncryptedData>")
            .matcher(xml)
            .results()
            .findFirst()
            .orElseThrow()
            .group();
    return new XmlDecryptor(key).decrypt(encrypted.getBytes(StandardCharsets.UTF_8));
  }
}
