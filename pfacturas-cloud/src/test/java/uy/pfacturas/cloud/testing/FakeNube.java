package uy.pfacturas.cloud.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoCae;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;

/**
 * The cloud of protocol §3 in memory, as far as one station needs it. Its signatures are none: a
 * digest that counts up. Thread-safe.
 */
public final class FakeNube implements NubeClient {
  /** What it holds of a number. */
  public record Asiento(EstadoNumero estado, String id, String huella, String hash, String xml) {}

  private final Map<String, Asiento> numeros = new TreeMap<>();
  private final Map<String, Bloque> bloques = new HashMap<>();
  private final Map<TipoCfe, Integer> siguiente = new HashMap<>();
  private final Set<String> contradictions = new ConcurrentSkipListSet<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final Set<TipoCfe> sinCae = new ConcurrentSkipListSet<>();
  private Optional<Empresa> empresa = Optional.of(Documents.empresa());
  private final List<String> delivered = new ArrayList<>();
  private volatile List<EstadoCae> caes = List.of();
  private int signed;
  private int hasta = 1_000_000;
  private LocalDate vence = LocalDate.of(2028, 12, 31);

  /** Refuses (422) documents whose id is this. */
  public void refuse(String id) {
    refused.add(id);
  }

  /** Takes documents of this id again. */
  public void accept(String id) {
    refused.remove(id);
  }

  /** Has no CAE for this type. */
  public void withoutCae(TipoCfe tipo) {
    sinCae.add(tipo);
  }

  /** Tells these of its CAEs. */
  public void caes(List<EstadoCae> all) {
    caes = List.copyOf(all);
  }

  /** Knows or does not know the company. */
  public synchronized void empresa(Optional<Empresa> known) {
    empresa = known;
  }

  /** Numbers and what they hold, by their text. */
  public synchronized Map<String, Asiento> numeros() {
    return new TreeMap<>(numeros);
  }

  /** What no correct station says. */
  public Set<String> contradictions() {
    return contradictions;
  }

  @Override
  public Answer<Salud> salud() {
    return new Answer.Done<>(new Salud(1, Ambiente.DEMO, Instant.EPOCH, "test"));
  }

  @Override
  public synchronized Answer<Empresa> empresa() {
    return empresa
        .<Answer<Empresa>>map(Answer.Done::new)
        .orElseGet(() -> refuse(404, "SIN_EMPRESA", Optional.empty()));
  }

  @Override
  public synchronized Answer<DocumentoFirmado> firmar(String id, SolicitudFirma s) {
    Numero n = s.numero();
    Asiento has = numeros.get(n.texto());
    if (has == null) {
      contradictions.add("never leased: " + n.texto());
      return refuse(409, "NUMERO_AJENO", Optional.of(n));
    }
    if (!has.id().isEmpty() && !(has.id().equals(id) && has.huella().equals(s.huella()))) {
      contradictions.add("of another id or content: " + n.texto() + " " + has.id() + " " + id);
      return refuse(409, "NUMERO_DE_OTRO_ID", Optional.of(n));
    }
    if (has.estado() == EstadoNumero.ANULADO) {
      return refuse(410, "NUMERO_ANULADO", Optional.of(n));
    }
    if (has.estado() == EstadoNumero.EN_BLOQUE) {
      if (refused.contains(id)) {
        return refuse(422, "DOCUMENTO_INVALIDO", Optional.of(n));
      }
      has = sign(id, s);
      numeros.put(n.texto(), has);
    }
    return new Answer.Done<>(
        new DocumentoFirmado(
            1,
            id,
            n,
            s.estacion(),
            has.estado(),
            has.hash(),
            Optional.of(has.xml()),
            has.estado() == EstadoNumero.FIRME ? 1 : 0));
  }

  private Asiento sign(String id, SolicitudFirma s) {
    Cfe cfe =
        ((CfeXml.Parsed.Document) CfeXml.parse(s.xml().getBytes(StandardCharsets.UTF_8))).cfe();
    byte[] digest = new byte[20];
    digest[0] = (byte) (++signed >> 16);
    digest[1] = (byte) (signed >> 8);
    digest[2] = (byte) signed;
    String hash = Base64.getEncoder().encodeToString(digest);
    String xml =
        new String(
            CfeXml.render(cfe.withTmstFirma(OffsetDateTime.parse("2026-11-24T12:00:00-03:00"))),
            StandardCharsets.UTF_8);
    int end = xml.lastIndexOf("</");
    return new Asiento(
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

  @Override
  public synchronized Answer<DocumentoFirmado> documento(String id) {
    return refuse(404, "SIN_DOCUMENTO", Optional.empty());
  }

  @Override
  public synchronized Answer<AcuseEntrega> entregar(Numero n, Entrega e) {
    Asiento has = numeros.get(n.texto());
    if (has == null || has.estado() == EstadoNumero.ANULADO) {
      contradictions.add("delivered but void: " + n.texto());
      return refuse(409, "NUMERO_AJENO", Optional.of(n));
    }
    if (has.estado() == EstadoNumero.FIRME && !has.hash().equals(e.hash())) {
      contradictions.add("two signatures delivered: " + n.texto());
      return refuse(409, "OTRA_FIRMA", Optional.of(n));
    }
    if (has.estado() != EstadoNumero.FIRME) {
      delivered.add(n.texto());
    }
    numeros.put(n.texto(), new Asiento(EstadoNumero.FIRME, e.id(), e.huella(), e.hash(), e.xml()));
    return new Answer.Done<>(new AcuseEntrega(1, n, e.hash(), EstadoNumero.FIRME, 1));
  }

  @Override
  public synchronized Answer<AcuseLote> entregar(LoteEntregas lote) {
    return new Answer.Done<>(
        new AcuseLote(
            1,
            lote.entregas().stream()
                .map(e -> result(e.numero(), entregar(e.numero(), e.entrega())))
                .toList()));
  }

  private static AcuseLote.Resultado result(Numero n, Answer<AcuseEntrega> answer) {
    return answer.match(
        acuse -> new AcuseLote.Resultado(n, Optional.of(acuse), Optional.empty()),
        no -> new AcuseLote.Resultado(n, Optional.empty(), Optional.of(no.rechazo())),
        nothing -> new AcuseLote.Resultado(n, Optional.empty(), Optional.empty()));
  }

  @Override
  public synchronized Answer<Acuse> sinUso(SinUso sinUso) {
    for (Rango r : sinUso.rangos()) {
      for (int i = r.desde(); i <= r.hasta(); i++) {
        String n = new Numero(r.tipo(), r.serie(), i).texto();
        Asiento has = numeros.get(n);
        if (has == null || has.estado() == EstadoNumero.FIRME) {
          contradictions.add("stated unused, but firm or unknown: " + n);
        } else {
          numeros.put(
              n, new Asiento(EstadoNumero.ANULADO, has.id(), has.huella(), has.hash(), has.xml()));
        }
      }
    }
    return new Answer.Done<>(new Acuse(1));
  }

  @Override
  public synchronized Answer<Bloque> bloque(
      TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    if (pedido.epoca() != 1) {
      return refuse(409, "OTRA_EPOCA", Optional.empty());
    }
    if (sinCae.contains(tipo)) {
      return refuse(404, "SIN_CAE", Optional.empty());
    }
    return new Answer.Done<>(
        bloques.computeIfAbsent(tipo.codigo() + solicitud, k -> lease(tipo, solicitud, pedido)));
  }

  private Bloque lease(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    int desde = siguiente.merge(tipo, pedido.cantidad(), Integer::sum) - pedido.cantidad() + 1;
    Rango rango = new Rango(tipo, "A", desde, desde + pedido.cantidad() - 1);
    for (int i = rango.desde(); i <= rango.hasta(); i++) {
      numeros.put(
          new Numero(tipo, "A", i).texto(), new Asiento(EstadoNumero.EN_BLOQUE, "", "", "", ""));
    }
    Cae cae = new Cae(90260000001L, tipo, "A", 1, hasta, vence, Optional.empty(), Optional.empty());
    return new Bloque(1, solicitud, rango, cae);
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return new Answer.Done<>(new Acuse(1));
  }

  @Override
  public Answer<ListaCae> caes() {
    return new Answer.Done<>(new ListaCae(1, caes));
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    return refuse(404, "RUT_DESCONOCIDO", Optional.empty());
  }

  private static <T> Answer<T> refuse(int status, String codigo, Optional<Numero> numero) {
    return new Answer.Refused<>(
        status,
        new Rechazo(
            1,
            codigo,
            "La nube dice " + codigo + ".",
            "Mire.",
            numero,
            List.of(),
            Optional.empty()));
  }

  /** All delivered numbers, in the order in which they came. */
  public synchronized List<String> delivered() {
    return List.copyOf(delivered);
  }

  /** Firm numbers of an id. */
  public synchronized List<String> firm(String id) {
    List<String> firm = new ArrayList<>();
    numeros.forEach(
        (n, a) -> {
          if (a.estado() == EstadoNumero.FIRME && a.id().equals(id)) {
            firm.add(n);
          }
        });
    return firm;
  }
}
