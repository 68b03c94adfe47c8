package uy.pfacturas.nube.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.Sucursal;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoCae;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.client.ClientDesk;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.company.SigningKeys;
import uy.pfacturas.nube.document.SigningDesk;
import uy.pfacturas.nube.ledger.Ledger;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.rut.Taxpayers;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.nube.testing.Client;
import uy.pfacturas.nube.testing.Rig;
import uy.pfacturas.nube.trust.CertificateFolder;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.provider.Cryptography;

class OpenApiTest {
  @TempDir Path temp;
  private Rig rig;
  private JsonNode document;

  @BeforeEach
  void start() {
    rig = new Rig(temp.resolve("nube"));
    document = rig.client().withoutKey().get("/v1/openapi").json();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void document_namesEveryRouteAndNoOther() {
    Set<String> described = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                names(path.getValue())
                    .forEach(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(served()).hasSizeGreaterThan(10);
  }

  private Set<String> served() {
    Clock clock = rig.clock();
    try (Store store = Store.open(temp.resolve("routes"), Ambiente.DEMO, clock)) {
      SigningKeys keys =
          new SigningKeys(
              store,
              SignatureAlgorithm.RSA_SHA256,
              Cryptography.jdk(),
              new CertificateFolder(temp.resolve("confianza")),
              clock);
      CaeBook cae = new CaeBook(store, temp, Ambiente.DEMO, clock);
      Companies companies = new Companies(store, Ambiente.DEMO, keys, cae, clock);
      Ledger ledger = new Ledger(store, clock);
      return new Api(
              ledger,
              new SigningDesk(ledger, keys, companies, clock),
              companies,
              cae,
              new Taxpayers(store, Ambiente.DEMO, clock),
              ClientDesk.NONE,
              Ambiente.DEMO,
              clock,
              "")
          .endpoints().stream()
              .map(e -> e.method() + " " + e.template())
              .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void schemas_haveTheKeysOfTheMessages() {
    List<Class<?>> messages =
        List.of(
            Salud.class,
            Empresa.class,
            Sucursal.class,
            Cae.class,
            EstadoCae.class,
            ListaCae.class,
            Contribuyente.class,
            SolicitudFirma.class,
            DocumentoFirmado.class,
            Entrega.class,
            AcuseEntrega.class,
            LoteEntregas.class,
            LoteEntregas.Envio.class,
            AcuseLote.class,
            AcuseLote.Resultado.class,
            Rango.class,
            SinUso.class,
            Acuse.class,
            SolicitudBloque.class,
            Bloque.class,
            Declaracion.class,
            Declaracion.EnUso.class,
            Rechazo.class);
    for (Class<?> message : messages) {
      JsonNode schema = schema(message.getSimpleName());
      Set<String> keys =
          Stream.of(message.getRecordComponents())
              .map(RecordComponent::getName)
              .collect(Collectors.toSet());
      Set<String> present =
          Stream.of(message.getRecordComponents())
              .filter(c -> c.getType() != Optional.class)
              .map(RecordComponent::getName)
              .collect(Collectors.toSet());
      assertThat(names(schema.get("properties"))).as(message.getSimpleName()).isEqualTo(keys);
      assertThat(required(schema)).as(message.getSimpleName()).isSubsetOf(present);
    }
  }

  @Test
  void answers_haveTheStatusAndTheRequiredKeysOfTheirSchemas() {
    Bloque block = rig.block("E1", "s0", 10);
    DocumentoFirmado signed =
        rig.sign("E1/1", Rig.request("E1", block, 0)).as(DocumentoFirmado.class);
    String station = Rig.EMISOR + "/estaciones/E1";
    Declaracion nothing = new Declaracion("vida-1", 1, List.of(), List.of(), List.of(), false);

    check("get", "/v1/salud", rig.client().get("/v1/salud"));
    check("get", "/v1/rut/{rut}", rig.client().get("/v1/rut/219999830019"));
    check("get", "/v1/rut/{rut}", rig.client().get("/v1/rut/1"));
    check("get", "/v1/rut/{rut}", rig.client().withoutKey().get("/v1/rut/1"));
    check("get", "/v1/emisores/{ruc}/empresa", rig.client().get(Rig.EMISOR + "/empresa"));
    check("get", "/v1/emisores/{ruc}/empresa", rig.client().get("/v1/emisores/1/empresa"));
    check("get", "/v1/emisores/{ruc}/cae", rig.client().get(Rig.EMISOR + "/cae"));
    check(
        "post", "/v1/emisores/{ruc}/cae", rig.client().post(Rig.EMISOR + "/cae", new byte[] {'x'}));
    String documents = "/v1/emisores/{ruc}/documentos/{id}";
    check("put", documents, rig.sign("E1/1", Rig.request("E1", block, 0)));
    check("put", documents, rig.sign("E1/2", Rig.request("E1", block, 1)));
    check("put", documents, rig.sign("E1/3", Rig.request("E1", block, 99)));
    check("put", documents, rig.client().put(Rig.EMISOR + "/documentos/x", Map.of()));
    check("get", documents, rig.client().get(Rig.EMISOR + "/documentos/E1%2F1"));
    check("get", documents, rig.client().get(Rig.EMISOR + "/documentos/nada"));
    String delivery = "/v1/emisores/{ruc}/numeros/{tipo}/{serie}/{nro}/entrega";
    check("put", delivery, rig.deliver(signed.numero(), Rig.delivery(signed)));
    check("put", delivery, rig.deliver(signed.numero(), Rig.delivery(signed)));
    check("put", delivery, rig.deliver(Rig.numero(block, 5), Rig.delivery(signed)));
    String deliveries = "/v1/emisores/{ruc}/entregas";
    LoteEntregas lote =
        new LoteEntregas(
            List.of(
                new LoteEntregas.Envio(signed.numero(), Rig.delivery(signed)),
                new LoteEntregas.Envio(Rig.numero(block, 5), Rig.delivery(signed))));
    check("post", deliveries, rig.client().post(Rig.EMISOR + "/entregas", lote));
    check(
        "post",
        deliveries,
        rig.client().post(Rig.EMISOR + "/entregas", new LoteEntregas(List.of())));
    String stations = "/v1/emisores/{ruc}/estaciones/{estacion}";
    check(
        "post",
        stations + "/sin-uso",
        rig.client().post(station + "/sin-uso", new SinUso(List.of())));
    check("put", stations + "/declaracion", rig.client().put(station + "/declaracion", nothing));
    check(
        "put",
        stations + "/bloques/{tipo}/{solicitud}",
        rig.client().put(station + "/bloques/101/s1", new SolicitudBloque("vida-1", 1, 5)));
    check(
        "put",
        stations + "/bloques/{tipo}/{solicitud}",
        rig.client().put(station + "/bloques/181/s1", new SolicitudBloque("vida-1", 1, 5)));
  }

  @Test
  void refusals_areAllDescribed() {
    String all = document.toString();
    Set<String> general =
        Set.of("RUTA_DESCONOCIDA", "METODO_NO_PERMITIDO", "SIN_CLAVE_DE_FIRMA", "SIN_REGISTRO");
    for (Codigo codigo : Codigo.values()) {
      assertThat(general.contains(codigo.name()) || all.contains(codigo.name()))
          .as(codigo.name())
          .isTrue();
    }
  }

  private void check(String method, String path, Client.Response response) {
    JsonNode answer =
        document
            .get("paths")
            .get(path)
            .get(method)
            .get("responses")
            .get(Integer.toString(response.status()));
    assertThat(answer).as(method + " " + path + " " + response.status()).isNotNull();
    String reference =
        answer.get("content").get("application/json").get("schema").get("$ref").asText();
    validate(schema(reference.substring(reference.lastIndexOf('/') + 1)), response.json());
  }

  private void validate(JsonNode schema, JsonNode value) {
    assertThat(names(value)).containsAll(required(schema));
    assertThat(names(schema.get("properties"))).containsAll(names(value));
  }

  private JsonNode schema(String name) {
    JsonNode schema = document.get("components").get("schemas").get(name);
    assertThat(schema).as(name).isNotNull();
    return schema;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.properties().forEach(property -> names.add(property.getKey()));
    return names;
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> names = new HashSet<>();
    schema.get("required").forEach(name -> names.add(name.asText()));
    return names;
  }
}
