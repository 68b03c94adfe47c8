package uy.pfacturas.nube.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.nube.Nube;
import uy.pfacturas.nube.NubeConfig;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;

/** A demo cloud of its own on a free port, at noon of the documents' day. */
public final class Rig implements AutoCloseable {
  /** Path of the company's resources. */
  public static final String EMISOR = "/v1/emisores/" + Documents.RUC;

  private final MovingClock clock = new MovingClock(Documents.clock().instant());
  private final Path folder;
  private SignatureAlgorithm firma = SignatureAlgorithm.RSA_SHA256;
  private Nube nube;
  private Client client;
  private int copies;

  /** In this folder, which must not exist. */
  public Rig(Path folder) {
    this.folder = folder;
    DemoFolder.copyTo(folder);
    this.nube = Nube.start(config(), clock);
    this.client = connect();
  }

  private Client connect() {
    return new Client(nube.address(), DemoFolder.template().apiKey().reveal());
  }

  private NubeConfig config() {
    NubeConfig usual = NubeConfig.embedded(folder, Ambiente.DEMO);
    return new NubeConfig(
        usual.host(),
        0,
        folder,
        usual.marca(),
        Ambiente.DEMO,
        usual.hilos(),
        firma,
        usual.proveedor(),
        Optional.empty());
  }

  /** The running cloud. */
  public Nube nube() {
    return nube;
  }

  /** Its clock. */
  public MovingClock clock() {
    return clock;
  }

  /** Its data folder. */
  public Path folder() {
    return folder;
  }

  /** A client with the company's key. */
  public Client client() {
    return client;
  }

  /** Stops the cloud in order and starts it again. */
  public void restart() {
    nube.close();
    start();
  }

  /** The same, signing by another algorithm from now on. */
  public void restart(SignatureAlgorithm algorithm) {
    firma = algorithm;
    restart();
  }

  /** A copy of the database, made while it is in use. */
  public Path backup() {
    Path copy = folder.resolveSibling("copia-" + copies++ + ".db");
    query("VACUUM INTO '" + copy + "'");
    return copy;
  }

  /** Stops the cloud, puts a copy in the place of its database, and starts it again. */
  public void restore(Path copy) {
    nube.close();
    replace(copy);
    start();
  }

  /** Puts a copy in the place of the database of a cloud that does not run. */
  public void replace(Path copy) {
    try {
      for (String name : List.of("nube.db-wal", "nube.db-shm")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.copy(copy, folder.resolve("nube.db"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a cloud that was closed. */
  public void start() {
    nube = Nube.start(config(), clock);
    client = connect();
  }

  /** Its epoch, as it says. */
  public long epoca() {
    return client().get("/v1/salud").as(Salud.class).epoca();
  }

  /** Asks for a block. */
  public Client.Response lease(
      String estacion, String vida, TipoCfe tipo, String solicitud, int cantidad) {
    return client()
        .put(
            EMISOR
                + "/estaciones/"
                + Client.segment(estacion)
                + "/bloques/"
                + tipo.codigo()
                + "/"
                + Client.segment(solicitud),
            new SolicitudBloque(vida, epoca(), cantidad));
  }

  /** A block of e-Tickets for a station in its first life. */
  public Bloque block(String estacion, String solicitud, int cantidad) {
    return lease(estacion, "vida-1", TipoCfe.E_TICKET, solicitud, cantidad).as(Bloque.class);
  }

  /** A valid request for a signature of the n-th number of a block, from 0. */
  public static SolicitudFirma request(String estacion, Bloque block, int n) {
    return request(estacion, block, n, Documents.eTicket());
  }

  /** The same for another document. */
  public static SolicitudFirma request(String estacion, Bloque block, int n, Cfe cfe) {
    Numero numero = numero(block, n);
    return new SolicitudFirma(
        estacion,
        numero,
        "huella-1",
        new String(
            CfeXml.render(cfe.withNumero(numero, block.cae().data())), StandardCharsets.UTF_8),
        Optional.empty(),
        false);
  }

  /** The n-th number of a block, from 0. */
  public static Numero numero(Bloque block, int n) {
    return new Numero(block.rango().tipo(), block.rango().serie(), block.rango().desde() + n);
  }

  /** Asks for a signature. */
  public Client.Response sign(String id, SolicitudFirma request) {
    return client().put(EMISOR + "/documentos/" + Client.segment(id), request);
  }

  /** Delivers. */
  public Client.Response deliver(Numero numero, Entrega entrega) {
    return client()
        .put(
            EMISOR
                + "/numeros/"
                + numero.tipo().codigo()
                + "/"
                + numero.serie()
                + "/"
                + numero.nro()
                + "/entrega",
            entrega);
  }

  /** The delivery of what was signed. */
  public static Entrega delivery(DocumentoFirmado signed) {
    return new Entrega(
        signed.estacion(),
        signed.id(),
        "huella-1",
        signed.hash(),
        signed.xml().orElseThrow(),
        Optional.empty(),
        false,
        false);
  }

  /** Signs and delivers; the number is firm. */
  public DocumentoFirmado firm(String id, String estacion, Bloque block, int n) {
    DocumentoFirmado signed = sign(id, request(estacion, block, n)).as(DocumentoFirmado.class);
    deliver(signed.numero(), delivery(signed));
    return signed;
  }

  /** The state of a number, as the database has it. */
  public EstadoNumero state(Numero numero) {
    return EstadoNumero.valueOf(
        query(
                "SELECT estado FROM numero WHERE tipo = "
                    + numero.tipo().codigo()
                    + " AND serie = '"
                    + numero.serie()
                    + "' AND nro = "
                    + numero.nro())
            .get(0));
  }

  /** Motives in quarantine, in their order. */
  public List<String> quarantine() {
    return query("SELECT motivo FROM cuarentena ORDER BY n");
  }

  /** First column of a query. */
  public List<String> query(String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("nube.db"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.execute(sql) ? statement.getResultSet() : null) {
      List<String> values = new ArrayList<>();
      while (rows != null && rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    nube.close();
  }

  /** A station tells what it holds. */
  public Client.Response declare(
      String estacion,
      String vida,
      List<Rango> stock,
      List<Declaracion.EnUso> used,
      List<Rango> unused) {
    return client()
        .put(
            EMISOR + "/estaciones/" + estacion + "/declaracion",
            new Declaracion(vida, epoca(), stock, used, unused, false));
  }

  /** A station tells that it holds nothing. */
  public Client.Response declareNothing(String estacion) {
    return declare(estacion, "vida-1", List.of(), List.of(), List.of());
  }

  /** Of each number of a block, in its order. */
  public List<EstadoNumero> states(Bloque block) {
    Rango r = block.rango();
    return IntStream.rangeClosed(r.desde(), r.hasta())
        .mapToObj(n -> state(new Numero(r.tipo(), r.serie(), n)))
        .toList();
  }

  /** A document as one that the station has in use. */
  public static Declaracion.EnUso used(DocumentoFirmado doc) {
    return new Declaracion.EnUso(doc.numero(), doc.id());
  }

  /** The numbers of a block from this place on. */
  public static Rango rest(Bloque block, int from) {
    Rango r = block.rango();
    return new Rango(r.tipo(), r.serie(), r.desde() + from, r.hasta());
  }
}
