package uy.pfacturas.cloud.testing;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.xml.CfeXml;

/**
 * What became of every number, by the rules of protocol §3 and §8; its signatures are none: a
 * digest that counts up. Thread-safe.
 */
final class FakeLedger {
  /** A number: whose, in which life, and what it holds. */
  record Row(String estacion, String vida, FakeNube.Asiento holds) {
    Row with(FakeNube.Asiento next) {
      return new Row(estacion, vida, next);
    }

    Row in(EstadoNumero estado) {
      return with(
          new FakeNube.Asiento(estado, holds.id(), holds.huella(), holds.hash(), holds.xml()));
    }

    boolean isFirm() {
      return holds.estado() == EstadoNumero.FIRME || holds.estado() == EstadoNumero.CONFLICTO;
    }

    boolean isOpen() {
      return holds.estado() == EstadoNumero.EN_BLOQUE
          || holds.estado() == EstadoNumero.SIN_CONFIRMAR;
    }
  }

  private final Map<String, Row> numeros = new TreeMap<>();
  private final Map<String, String> duenas = new HashMap<>();
  private final Set<String> rechazados = new ConcurrentSkipListSet<>();
  private final Set<String> contradictions = new ConcurrentSkipListSet<>();
  private final List<String> delivered = new ArrayList<>();
  private final FakePapers papers = new FakePapers();
  private final FakeStations stations = new FakeStations(numeros, contradictions);
  private long epoca = 1;
  private int signed;

  synchronized Map<String, FakeNube.Asiento> numeros() {
    Map<String, FakeNube.Asiento> all = new TreeMap<>();
    numeros.forEach((n, row) -> all.put(n, row.holds()));
    return all;
  }

  synchronized Map<String, List<FakeNube.Asiento>> papers() {
    return papers.firm();
  }

  synchronized List<String> delivered() {
    return List.copyOf(delivered);
  }

  Set<String> contradictions() {
    return contradictions;
  }

  synchronized long epoca() {
    return epoca;
  }

  synchronized boolean isInBlock(Numero n) {
    Row row = numeros.get(n.texto());
    return row != null && row.holds().estado() == EstadoNumero.EN_BLOQUE;
  }

  synchronized List<String> firm(String id) {
    return numeros.entrySet().stream()
        .filter(e -> e.getValue().isFirm() && e.getValue().holds().id().equals(id))
        .map(Map.Entry::getKey)
        .toList();
  }

  synchronized void refusedByDgi(Numero n) {
    numeros.computeIfPresent(n.texto(), (key, row) -> row.in(EstadoNumero.ANULADO));
    rechazados.add(n.texto());
  }

  /** The counter of blocks is not in it: it is the mark that is kept outside the backup. */
  synchronized Runnable backup() {
    Map<String, Row> rows = new TreeMap<>(numeros);
    Map<String, String> owners = new HashMap<>(duenas);
    Runnable ofStations = stations.backup();
    return () -> restore(rows, owners, ofStations);
  }

  private synchronized void restore(
      Map<String, Row> rows, Map<String, String> owners, Runnable ofStations) {
    Set<String> since = new TreeSet<>(numeros.keySet());
    since.removeAll(rows.keySet());
    numeros.clear();
    numeros.putAll(rows);
    duenas.clear();
    duenas.putAll(owners);
    ofStations.run();
    papers.clear();
    since.forEach(
        n ->
            numeros.put(
                n, new Row("", "", new FakeNube.Asiento(EstadoNumero.HUECO, "", "", "", ""))));
    epoca++;
  }

  synchronized Answer<DocumentoFirmado> sign(String id, SolicitudFirma s) {
    Numero n = s.numero();
    Row row = numeros.get(n.texto());
    if (stations.isAwaited(s.estacion())) {
      return notNow();
    }
    if (n.tipo().isContingencia()) {
      return signPaper(id, s);
    }
    if (row == null || !row.estacion().equals(s.estacion())) {
      contradictions.add("asked to sign, not its own: " + n.texto());
      return refuse(409, "NUMERO_AJENO", Optional.of(n));
    }
    FakeNube.Asiento has = row.holds();
    if (!has.id().isEmpty() && !(has.id().equals(id) && has.huella().equals(s.huella()))) {
      contradictions.add("of another id or content: " + n.texto() + " " + has.id() + " " + id);
      return refuse(409, "NUMERO_DE_OTRO_ID", Optional.of(n));
    }
    if (has.estado() == EstadoNumero.ANULADO) {
      return refuse(410, "NUMERO_ANULADO", Optional.of(n));
    }
    String duena = duenas.getOrDefault(id, s.estacion());
    boolean elsewhere = !duena.equals(s.estacion()) && !s.tomar();
    if (!row.isFirm() && (isOtherFirm(id, n) || elsewhere)) {
      return elsewhere(n, id, duena);
    }
    duenas.put(id, s.estacion());
    if (has.estado() == EstadoNumero.EN_BLOQUE) {
      has = signature(id, s);
      numeros.put(n.texto(), row.with(has));
    }
    return new Answer.Done<>(document(id, n, row.estacion(), has));
  }

  private Answer<DocumentoFirmado> signPaper(String id, SolicitudFirma s) {
    Optional<String> no = papers.refusal(id, s);
    if (no.isPresent()) {
      return refuse(409, no.get(), Optional.of(s.numero()));
    }
    if (papers.find(s.numero(), s.correccion()).isEmpty()) {
      papers.sign(s, signature(id, s));
    }
    FakeNube.Asiento has = papers.find(s.numero(), s.correccion()).orElseThrow();
    return new Answer.Done<>(document(id, s.numero(), s.estacion(), has));
  }

  /** What there is under an id: its firm number, else the highest that it was asked for. */
  synchronized Answer<DocumentoFirmado> find(String id) {
    return numeros.entrySet().stream()
        .filter(e -> e.getValue().holds().id().equals(id))
        .max(Comparator.comparing(e -> e.getValue().isFirm()))
        .<Answer<DocumentoFirmado>>map(
            e ->
                new Answer.Done<>(
                    document(
                        id, numero(e.getKey()), e.getValue().estacion(), e.getValue().holds())))
        .orElseGet(() -> refuse(404, "SIN_DOCUMENTO", Optional.empty()));
  }

  private DocumentoFirmado document(String id, Numero n, String estacion, FakeNube.Asiento has) {
    return new DocumentoFirmado(
        epoca,
        id,
        n,
        estacion,
        has.estado(),
        has.hash(),
        Optional.of(has.xml()).filter(xml -> !xml.isEmpty()),
        has.estado() == EstadoNumero.FIRME ? 1 : 0);
  }

  private boolean isOtherFirm(String id, Numero n) {
    return firm(id).stream().anyMatch(key -> !key.equals(n.texto()));
  }

  private <T> Answer<T> elsewhere(Numero n, String id, String duena) {
    Optional<DocumentoFirmado> result =
        numeros.entrySet().stream()
            .filter(e -> e.getValue().holds().id().equals(id) && !e.getKey().equals(n.texto()))
            .filter(e -> e.getValue().isFirm() || e.getValue().estacion().equals(duena))
            .findFirst()
            .map(
                e ->
                    document(
                        id, numero(e.getKey()), e.getValue().estacion(), e.getValue().holds()));
    return new Answer.Refused<>(
        409,
        new Rechazo(
            epoca,
            "EN_OTRA_ESTACION",
            "La nube dice EN_OTRA_ESTACION.",
            "Mire.",
            Optional.of(n),
            List.of(),
            result));
  }

  private static Numero numero(String texto) {
    String[] parts = texto.split("-");
    return new Numero(TipoCfe.of(Integer.parseInt(parts[0])), parts[1], Integer.parseInt(parts[2]));
  }

  private FakeNube.Asiento signature(String id, SolicitudFirma s) {
    Cfe cfe =
        ((CfeXml.Parsed.Document) CfeXml.parse(s.xml().getBytes(StandardCharsets.UTF_8))).cfe();
    byte[] digest = new byte[20];
    digest[0] = (byte) (++signed >> 16);
    digest[1] = (byte) (signed >> 8);
    digest[2] = (byte) signed;
    String hash = Base64.getEncoder().encodeToString(digest);
    String xml =
        new String(
            CfeXml.render(cfe.withTmstFirma(OffsetDateTime.parse("2025-01-02T12:00:00-03:00"))),
            StandardCharsets.UTF_8);
    int end = xml.lastIndexOf("</");
    return new FakeNube.Asiento(
        EstadoNumero.SIN_CONFIRMAR,
        id,
        s.huella(),
        hash,
        xml.substring(0, end)
            + "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><DigestValue>"
            + hash
            + "</DigestValue></Signature>"
            + xml.substring(end));
  }

  synchronized Answer<AcuseEntrega> deliver(Numero n, Entrega e) {
    Row row = numeros.get(n.texto());
    if (stations.isAwaited(e.estacion())) {
      return notNow();
    }
    if (rechazados.contains(n.texto())) {
      return refuse(409, "RECHAZADO_DGI", Optional.of(n));
    }
    if (n.tipo().isContingencia()) {
      papers.deliver(n, e);
      return new Answer.Done<>(new AcuseEntrega(epoca, n, e.hash(), EstadoNumero.FIRME, 1));
    }
    if (row == null || row.holds().estado() == EstadoNumero.ANULADO) {
      contradictions.add("delivered but void: " + n.texto());
      return refuse(409, "NUMERO_AJENO", Optional.of(n));
    }
    if (row.isFirm() && !row.holds().hash().equals(e.hash())) {
      contradictions.add("two signatures delivered: " + n.texto());
      return refuse(409, "OTRA_FIRMA", Optional.of(n));
    }
    EstadoNumero becomes = row.holds().estado();
    if (!row.isFirm()) {
      boolean other = isOtherFirm(e.id(), n);
      String duena = duenas.computeIfAbsent(e.id(), id -> e.estacion());
      if (e.espera() && (other || !duena.equals(e.estacion()))) {
        return elsewhere(n, e.id(), duena);
      }
      becomes = other ? EstadoNumero.CONFLICTO : EstadoNumero.FIRME;
      delivered.add(n.texto());
    }
    numeros.put(
        n.texto(), row.with(new FakeNube.Asiento(becomes, e.id(), e.huella(), e.hash(), e.xml())));
    return new Answer.Done<>(new AcuseEntrega(epoca, n, e.hash(), becomes, 1));
  }

  synchronized Answer<Acuse> annul(String estacion, SinUso sinUso) {
    if (stations.isAwaited(estacion)) {
      return notNow();
    }
    sinUso.rangos().forEach(r -> stations.annul(estacion, r));
    return new Answer.Done<>(new Acuse(epoca));
  }

  synchronized Answer<Bloque> lease(
      String estacion, TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    if (pedido.epoca() != epoca) {
      return refuse(409, "OTRA_EPOCA", Optional.empty());
    }
    if (stations.isAwaited(estacion)) {
      return notNow();
    }
    String key = estacion + "/" + pedido.encarnacion() + "/" + tipo.codigo() + "/" + solicitud;
    Optional<String> no = stations.refusal(estacion, key, pedido);
    return no.isPresent()
        ? refuse(409, no.get(), Optional.empty())
        : new Answer.Done<>(stations.lease(estacion, key, tipo, solicitud, pedido));
  }

  synchronized Answer<Acuse> declare(String estacion, Declaracion said) {
    boolean isOlder = stations.isOlderLife(estacion, said.encarnacion());
    if (said.epoca() != epoca) {
      return refuse(409, "OTRA_EPOCA", Optional.empty());
    }
    if (isOlder) {
      return refuse(409, "VIDA_ANTERIOR", Optional.empty());
    }
    said.enUso().forEach(one -> duenas.putIfAbsent(one.id(), estacion));
    stations.declare(estacion, said);
    return new Answer.Done<>(new Acuse(epoca));
  }

  private static <T> Answer<T> notNow() {
    return new Answer.NotServed<>(
        Answer.Cause.NOT_NOW, "La nube espera la declaración.", Optional.empty());
  }

  synchronized <T> Answer<T> refuse(int status, String codigo, Optional<Numero> numero) {
    return new Answer.Refused<>(
        status,
        new Rechazo(
            epoca,
            codigo,
            "La nube dice " + codigo + ".",
            "Mire.",
            numero,
            List.of(),
            Optional.empty()));
  }
}
