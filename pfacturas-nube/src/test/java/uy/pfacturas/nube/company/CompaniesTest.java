package uy.pfacturas.nube.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.EmpresaBuilder;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.nube.testing.DemoFolder;
import uy.pfacturas.signing.failure.SigningException;
import uy.pfacturas.signing.key.OtherRucException;

class CompaniesTest {
  @TempDir Path folder;
  private Companies companies;

  @BeforeEach
  void open() {
    companies = Companies.open(folder, Ambiente.DEMO, Documents.clock());
  }

  @AfterEach
  void close() {
    companies.close();
  }

  private static KeySource key(String name) {
    Path keys = DemoFolder.template().config().carpeta().resolve("claves");
    return new KeySource(
        keys.resolve(name + ".p12"), new PasswordSource.FromFile(keys.resolve("contrasena")));
  }

  @Test
  void save_again_replacesTheRecord() {
    companies.save(Documents.empresa());
    Empresa renamed =
        EmpresaBuilder.builder(Documents.empresa()).razonSocial("Otro nombre").build();
    companies.save(renamed);

    assertThat(companies.find(Documents.RUC)).contains(renamed);
    assertThat(companies.list()).containsExactly(renamed);
  }

  @Test
  void save_otherWorldOrNoRuc_isRefused() {
    assertThatThrownBy(
            () ->
                companies.save(
                    EmpresaBuilder.builder(Documents.empresa())
                        .ambiente(Ambiente.PRODUCCION)
                        .build()))
        .isInstanceOf(NubeException.class)
        .hasMessageContaining("no se mezclan");
    assertThatThrownBy(
            () -> companies.save(EmpresaBuilder.builder(Documents.empresa()).ruc("123").build()))
        .hasMessageContaining("no es un RUC");
  }

  @Test
  void apiKey_speaksForItsCompanyAndItsSecretIsNotStored() {
    companies.save(Documents.empresa());
    ApiKey one = companies.createApiKey(Documents.RUC);
    ApiKey two = companies.createApiKey(Documents.RUC);
    String secret = one.reveal().substring(one.reveal().lastIndexOf('_', 20) + 1);
    companies.close();

    assertThat(one.reveal()).isNotEqualTo(two.reveal());
    assertThat(one).hasToString("ApiKey[***]");
    try (Store store = Store.open(folder, Ambiente.DEMO, Documents.clock())) {
      assertThat(
              store.<String>read(
                  h ->
                      String.join(
                          ",",
                          h.createQuery("SELECT resumen FROM clave_api")
                              .mapTo(String.class)
                              .list())))
          .doesNotContain(secret);
    }
    companies = Companies.open(folder, Ambiente.DEMO, Documents.clock());
    assertThat(companies.ruc(one.reveal())).contains(Documents.RUC);
    assertThat(companies.ruc(one.reveal() + "x")).isEmpty();
  }

  @Test
  void anything_ofUnknownCompany_isRefused() {
    assertThatThrownBy(() -> companies.createApiKey("210000000027"))
        .hasMessageContaining("no está dada de alta");
    assertThatThrownBy(() -> companies.setKey("210000000027", key("empresa")))
        .hasMessageContaining("no está dada de alta");
    assertThatThrownBy(() -> companies.importCae("210000000027", new byte[0]))
        .hasMessageContaining("no está dada de alta");
  }

  @Test
  void setKey_ofOtherRuc_isRefused() {
    companies.save(EmpresaBuilder.builder(Documents.empresa()).ruc(Documents.RUC_RECEPTOR).build());

    assertThatThrownBy(() -> companies.setKey(Documents.RUC_RECEPTOR, key("empresa")))
        .isInstanceOf(OtherRucException.class)
        .hasMessageContaining(
            "es del RUC 219999830019 y no de la empresa " + Documents.RUC_RECEPTOR);
  }

  @Test
  void setKey_unreadable_isRefused() {
    companies.save(Documents.empresa());

    assertThatThrownBy(() -> companies.setKey(Documents.RUC, key("nada")))
        .isInstanceOf(SigningException.class);
  }

  @Test
  void importCae_notOfDgi_saysWhatToDo() {
    companies.save(Documents.empresa());

    assertThatThrownBy(
            () -> companies.importCae(Documents.RUC, "<x/>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NubeException.class)
        .hasMessageContaining("confianza/cae");
  }

  @Test
  void passwordSource_asText_isReadBack() {
    for (PasswordSource source :
        new PasswordSource[] {
          new PasswordSource.FromFile(Path.of("/a/b c")),
          new PasswordSource.FromEnvironment("CLAVE")
        }) {
      assertThat(PasswordSource.parse(source.texto())).isEqualTo(source);
    }
    assertThatThrownBy(() -> PasswordSource.parse("secreto"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secreto");
  }
}
