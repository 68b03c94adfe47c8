package uy.pfacturas.nube.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.client.ClientDesk;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.document.SigningDesk;
import uy.pfacturas.nube.http.Endpoint.Access;
import uy.pfacturas.nube.ledger.Ledger;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.rut.Taxpayers;

/**
 * The routes, as the document {@code openapi.json} describes them.
 *
 * @param clients serves those who have no station
 * @param ambiente the cloud's world
 * @param clock the cloud's clock
 * @param version of the program
 */
public record Api(
    Ledger ledger,
    SigningDesk desk,
    Companies companies,
    CaeBook cae,
    Taxpayers taxpayers,
    ClientDesk clients,
    Ambiente ambiente,
    Clock clock,
    String version) {
  private static final String EMISOR = "/v1/emisores/{ruc}";
  private static final String ESTACION = EMISOR + "/estaciones/{estacion}";
  private static final String PEDIDO = EMISOR + "/pedidos/{id}";
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}");
  private static final int MAX_ID = 512;
  private static final int MAX_NAME = 100;
  private static final int MAX_BLOCK = 10_000;
  private static final int MAX_DELIVERIES = 100;

  /** All routes. */
  List<Endpoint> endpoints() {
    JsonNode openapi = openapi();
    return List.of(
        new Endpoint("GET", "/v1/salud", Access.OPEN, this::salud),
        new Endpoint("GET", "/v1/openapi", Access.OPEN, call -> new Answer.Value(200, openapi)),
        new Endpoint("GET", "/v1/rut/{rut}", Access.ANY_KEY, this::rut),
        new Endpoint("GET", EMISOR + "/empresa", Access.COMPANY, this::empresa),
        new Endpoint("GET", EMISOR + "/cae", Access.COMPANY, this::listCae),
        new Endpoint("POST", EMISOR + "/cae", Access.COMPANY, this::takeCae),
        new Endpoint("PUT", EMISOR + "/documentos/{id}", Access.COMPANY, this::sign),
        new Endpoint("GET", EMISOR + "/documentos/{id}", Access.COMPANY, this::find),
        new Endpoint(
            "PUT", EMISOR + "/numeros/{tipo}/{serie}/{nro}/entrega", Access.COMPANY, this::deliver),
        new Endpoint("POST", EMISOR + "/entregas", Access.COMPANY, this::deliverAll),
        new Endpoint("PUT", PEDIDO, Access.COMPANY, this::putRequest),
        new Endpoint("GET", PEDIDO, Access.COMPANY, this::findRequest),
        new Endpoint("POST", ESTACION + "/sin-uso", Access.COMPANY, this::annul),
        new Endpoint("PUT", ESTACION + "/bloques/{tipo}/{solicitud}", Access.COMPANY, this::lease),
        new Endpoint("PUT", ESTACION + "/declaracion", Access.COMPANY, this::declare));
  }

  private Answer salud(Call call) {
    return new Answer.Value(200, new Salud(ledger.epoca(), ambiente, clock.instant(), version));
  }

  private Answer rut(Call call) {
    return Answer.of(taxpayers.find(call.text("rut", 40)));
  }

  private Answer empresa(Call call) {
    String ruc = call.text("ruc");
    return companies
        .find(ruc)
        .<Answer>map(empresa -> new Answer.Value(200, empresa))
        .orElseGet(() -> new Answer.No(Refusal.of(Codigo.SIN_EMPRESA, ruc)));
  }

  private Answer listCae(Call call) {
    return new Answer.Value(200, new ListaCae(ledger.epoca(), cae.list(call.text("ruc"))));
  }

  private Answer takeCae(Call call) {
    String ruc = call.text("ruc");
    return cae.take(ruc, call.body())
        .fold(
            given ->
                new Answer.Value(
                    given.created() ? 201 : 200, new ListaCae(ledger.epoca(), cae.list(ruc))),
            Answer.No::new);
  }

  private Answer sign(Call call) {
    SolicitudFirma asked = call.body(SolicitudFirma.class);
    Call.bounded("estacion", asked.estacion(), MAX_NAME);
    Call.bounded("huella", asked.huella(), MAX_NAME);
    return Answer.of(desk.sign(call.text("ruc"), call.text("id", MAX_ID), asked));
  }

  private Answer find(Call call) {
    return Answer.of(ledger.find(call.text("ruc"), call.text("id", MAX_ID), call.isAsked("xml")));
  }

  private Answer deliver(Call call) {
    Entrega entrega = call.body(Entrega.class);
    bound(entrega);
    return Answer.of(desk.deliver(call.text("ruc"), call.numero(), entrega));
  }

  private Answer deliverAll(Call call) {
    LoteEntregas lote = call.body(LoteEntregas.class);
    if (lote.entregas().isEmpty() || lote.entregas().size() > MAX_DELIVERIES) {
      throw new MalformedRequestException("entregas");
    }
    lote.entregas().forEach(envio -> bound(envio.entrega()));
    return new Answer.Value(200, desk.deliver(call.text("ruc"), lote));
  }

  private Answer putRequest(Call call) {
    String id = clientId(call);
    return clients
        .put(call.text("ruc"), id, call.body())
        .<Answer>map(Api::shown)
        .orElseGet(() -> new Answer.No(Refusal.of(Codigo.RUTA_DESCONOCIDA, "pedidos")));
  }

  private Answer findRequest(Call call) {
    String id = clientId(call);
    return clients
        .find(call.text("ruc"), id)
        .<Answer>map(Api::shown)
        .orElseGet(() -> new Answer.No(Refusal.of(Codigo.SIN_DOCUMENTO, id)));
  }

  /** An id that can be the name of a file on every system. */
  private static String clientId(Call call) {
    String id = call.text("id");
    if (!CLIENT_ID.matcher(id).matches()) {
      throw new MalformedRequestException("id");
    }
    return id;
  }

  private static Answer shown(ClientDesk.Shown shown) {
    try {
      return new Answer.Value(shown.isFinal() ? 200 : 202, Json.MAPPER.readTree(shown.json()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void bound(Entrega entrega) {
    Call.bounded("estacion", entrega.estacion(), MAX_NAME);
    Call.bounded("id", entrega.id(), MAX_ID);
    Call.bounded("huella", entrega.huella(), MAX_NAME);
    Call.bounded("hash", entrega.hash(), MAX_NAME);
  }

  private Answer annul(Call call) {
    SinUso said = call.body(SinUso.class);
    return Answer.of(ledger.annul(call.text("ruc"), call.text("estacion", MAX_NAME), said));
  }

  private Answer lease(Call call) {
    SolicitudBloque asked = call.body(SolicitudBloque.class);
    Call.bounded("encarnacion", asked.encarnacion(), MAX_NAME);
    if (asked.cantidad() < 1 || asked.cantidad() > MAX_BLOCK) {
      throw new MalformedRequestException("cantidad");
    }
    return Answer.of(
        ledger.lease(
            call.text("ruc"),
            call.text("estacion", MAX_NAME),
            call.tipo(),
            call.text("solicitud", MAX_NAME),
            asked));
  }

  private Answer declare(Call call) {
    Declaracion said = call.body(Declaracion.class);
    Call.bounded("encarnacion", said.encarnacion(), MAX_NAME);
    said.enUso().forEach(used -> Call.bounded("enUso.id", used.id(), MAX_ID));
    return Answer.of(ledger.declare(call.text("ruc"), call.text("estacion", MAX_NAME), said));
  }

  private static JsonNode openapi() {
    try (InputStream in = Api.class.getResourceAsStream("/uy/pfacturas/nube/openapi.json")) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
