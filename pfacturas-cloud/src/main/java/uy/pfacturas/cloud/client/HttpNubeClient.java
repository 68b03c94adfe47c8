package uy.pfacturas.cloud.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/** The cloud over HTTP. One connection pool; bodies and times are bounded. */
public final class HttpNubeClient implements NubeClient, AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final NubeConfig config;
  private final HttpUrl base;
  private final OkHttpClient http;

  /**
   * Opens nothing yet.
   *
   * @throws IllegalArgumentException if the address is not http on loopback nor https
   */
  public HttpNubeClient(NubeConfig config) {
    this.config = config;
    HttpUrl url = HttpUrl.get(config.base());
    if (url == null || (!url.isHttps() && !isLoopback(url.host()))) {
      throw new IllegalArgumentException(
          "base is neither https nor http on loopback: " + config.base());
    }
    this.base = url.newBuilder().addPathSegment("v1").build();
    Dispatcher few = new Dispatcher();
    few.setMaxRequestsPerHost(32);
    this.http =
        new OkHttpClient.Builder()
            .dispatcher(few)
            .connectionPool(new ConnectionPool(16, 1, TimeUnit.MINUTES))
            .connectTimeout(config.connect())
            .callTimeout(config.connect().plus(config.answer()))
            .readTimeout(config.answer())
            .writeTimeout(config.answer())
            .followRedirects(false)
            // Repeating is the station's own decision, with the same number and its own waiting.
            .retryOnConnectionFailure(false)
            .build();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
  }

  @Override
  public Answer<Salud> salud() {
    return ask("GET", base.newBuilder().addPathSegment("salud").build(), null, Salud.class);
  }

  @Override
  public Answer<Empresa> empresa() {
    return ask("GET", emisor("empresa"), null, Empresa.class);
  }

  @Override
  public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma solicitud) {
    return ask("PUT", emisor("documentos", id), solicitud, DocumentoFirmado.class);
  }

  @Override
  public Answer<DocumentoFirmado> documento(String id) {
    HttpUrl url = emisor("documentos", id).newBuilder().addQueryParameter("xml", "true").build();
    return ask("GET", url, null, DocumentoFirmado.class);
  }

  @Override
  public Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega) {
    return ask(
        "PUT",
        emisor(
            "numeros",
            Integer.toString(numero.tipo().codigo()),
            numero.serie(),
            Integer.toString(numero.nro()),
            "entrega"),
        entrega,
        AcuseEntrega.class);
  }

  @Override
  public Answer<AcuseLote> entregar(LoteEntregas lote) {
    return ask("POST", emisor("entregas"), lote, AcuseLote.class);
  }

  @Override
  public Answer<Acuse> sinUso(SinUso sinUso) {
    return ask("POST", emisor("estaciones", config.estacion(), "sin-uso"), sinUso, Acuse.class);
  }

  @Override
  public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    return ask(
        "PUT",
        emisor(
            "estaciones", config.estacion(), "bloques", Integer.toString(tipo.codigo()), solicitud),
        pedido,
        Bloque.class);
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return ask(
        "PUT", emisor("estaciones", config.estacion(), "declaracion"), declaracion, Acuse.class);
  }

  @Override
  public Answer<ListaCae> caes() {
    return ask("GET", emisor("cae"), null, ListaCae.class);
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    HttpUrl url = base.newBuilder().addPathSegment("rut").addPathSegment(rut.digitos()).build();
    return ask("GET", url, null, Contribuyente.class);
  }

  private HttpUrl emisor(String... segments) {
    HttpUrl.Builder url = base.newBuilder().addPathSegment("emisores").addPathSegment(config.ruc());
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url.build();
  }

  private <T> Answer<T> ask(String method, HttpUrl url, @Nullable Object body, Class<T> type) {
    Request.Builder request = new Request.Builder().url(url);
    request.header("Authorization", config.key().header());
    request.header("Accept", "application/json");
    try {
      request.method(
          method,
          body == null ? null : RequestBody.create(Json.MAPPER.writeValueAsBytes(body), JSON));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("body has no JSON: " + body, e);
    }
    try (Response response = http.newCall(request.build()).execute()) {
      return Reply.read(response, type);
    } catch (IOException e) {
      return Reply.unknown("La nube no contesta: " + reason(e) + ".");
    }
  }

  private static String reason(IOException e) {
    if (e instanceof UnknownHostException) {
      return "no se encuentra su dirección";
    } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "no se pudo conectar";
    } else if (e instanceof InterruptedIOException) {
      return "pasó el tiempo de espera";
    }
    String detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return (e instanceof SSLException ? "la conexión no es segura (" : "se cortó la conexión (")
        + detail
        + ")";
  }

  /** Ends its connections and threads. */
  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
