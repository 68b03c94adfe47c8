package uy.pfacturas.cloud.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;

/**
 * The cloud of protocol §3 and §8 as a model: each request is one commit of the {@link Ledger},
 * then the answer. Epoch, high-water mark and the names of the stations lie outside of the backup.
 * A planted bug overrides one of its rules.
 */
class Cloud extends Voice {
  private static final int MARK_STEP = 6;

  private final Caes caes;
  private final Map<String, Integer> mark = new HashMap<>();
  private final Set<String> estaciones = new HashSet<>();
  private Ledger ledger = new Ledger();
  private long epoca = 1;
  private int signed;

  Cloud(Time time) {
    this.caes = new Caes(time);
  }

  final Ledger ledger() {
    return ledger;
  }

  @Override
  final long epoca() {
    return epoca;
  }

  final Caes caes() {
    return caes;
  }

  /** The database is lost; this backup takes its place (§8.2). */
  void restore(Ledger backup) {
    int sobres = ledger.sobre();
    ledger = backup.copy();
    ledger.sobre(sobres + 1);
    epoca = nextEpoca(epoca);
    mark.forEach(
        (serie, high) -> {
          for (int nro = ledger.ultimo(serie) + 1; nro <= high; nro++) {
            Cae cae = caes.of(serie);
            Numero numero = new Numero(cae.tipo(), cae.serie(), nro);
            ledger.put(Held.of(numero, cae, EstadoNumero.HUECO, "", ""));
          }
          ledger.ultimo(serie, high);
        });
  }

  long nextEpoca(long before) {
    return before + 1;
  }

  /** Whether a station is served: not before it has declared to a restored cloud. */
  boolean serves(String estacion) {
    return epoca == 1 || !estaciones.contains(estacion) || ledger.declaradas().contains(estacion);
  }

  /** §3.1. */
  Answer<DocumentoFirmado> firmar(String estacion, String id, SolicitudFirma asked) {
    Numero numero = asked.numero();
    Optional<Held> found = ledger.find(numero);
    if (!serves(estacion) || found.filter(h -> h.estado() == EstadoNumero.HUECO).isPresent()) {
      return notNow();
    }
    if (found.isEmpty() || !found.get().estacion().equals(estacion)) {
      return alarm(409, "NUMERO_AJENO", numero);
    }
    Held held = found.get();
    if (!held.id().isEmpty() && !held.id().equals(id)) {
      return alarm(409, "NUMERO_DE_OTRO_ID", numero);
    }
    if (!held.huella().isEmpty() && !held.huella().equals(asked.huella())) {
      return alarm(409, "OTRA_HUELLA", numero);
    }
    boolean isVoid = held.isVoid();
    if (isVoid && !signsVoid()) {
      return refuse(410, "NUMERO_ANULADO", numero);
    }
    if (held.isFirm()) {
      claim(estacion, id, asked);
      return signed(held);
    }
    Optional<String> duena = ledger.duena(id);
    boolean elsewhere = duena.isPresent() && !duena.get().equals(estacion) && !asked.tomar();
    if (claims() && (elsewhere || ledger.otherFirm(id, numero).isPresent())) {
      return refuse(409, "EN_OTRA_ESTACION", numero);
    }
    if (held.estado() == EstadoNumero.SIN_CONFIRMAR) {
      claim(estacion, id, asked);
      return signed(held);
    }
    if (Sale.isRefused(asked.huella())) {
      return refuse(422, "DOCUMENTO_INVALIDO", numero);
    }
    claim(estacion, id, asked);
    Held proposal = Signature.of(held, id, asked, caes.now(), ++signed);
    ledger.put(proposal);
    return signed(proposal);
  }

  /** The first one has the id, and who takes it over. */
  private void claim(String estacion, String id, SolicitudFirma asked) {
    if (asked.tomar()) {
      ledger.move(id, estacion);
    } else {
      ledger.claim(id, estacion);
    }
  }

  boolean signsVoid() {
    return false;
  }

  boolean claims() {
    return true;
  }

  private Answer<DocumentoFirmado> signed(Held held) {
    return new Answer.Done<>(
        new DocumentoFirmado(
            epoca,
            held.id(),
            held.numero(),
            held.estacion(),
            held.estado(),
            held.hash(),
            Optional.of(held.xml()),
            level(held)));
  }

  private static int level(Held held) {
    return held.enDgi() ? 2 : held.isFirm() ? 1 : 0;
  }

  /** §3.2. */
  Answer<AcuseEntrega> entregar(String estacion, Numero numero, Entrega said) {
    Optional<Held> found = ledger.find(numero);
    if (!serves(estacion) || found.filter(h -> h.estado() == EstadoNumero.HUECO).isPresent()) {
      return notNow();
    }
    if (found.isEmpty() || !found.get().estacion().equals(estacion)) {
      return alarm(409, "NUMERO_AJENO", numero);
    }
    Held held = found.get();
    if (!held.id().isEmpty() && !held.id().equals(said.id())) {
      return alarm(409, "NUMERO_DE_OTRO_ID", numero);
    }
    if (held.isVoid()) {
      // One that waited and was refused is unused since then: its late copy says nothing new.
      return said.espera()
          ? refuse(409, "EN_OTRA_ESTACION", numero)
          : alarm(409, "NUMERO_ANULADO", numero);
    }
    if (held.isFirm()) {
      return held.hash().equals(said.hash()) ? acknowledge(held) : alarm(409, "OTRA_FIRMA", numero);
    }
    Optional<String> duena = ledger.duena(said.id());
    boolean elsewhere = duena.isPresent() && !duena.get().equals(estacion);
    return said.espera() && (elsewhere || ledger.otherFirm(said.id(), numero).isPresent())
        ? refuse(409, "EN_OTRA_ESTACION", numero)
        : settle(held, said);
  }

  /** The first delivery of an open number. */
  Answer<AcuseEntrega> settle(Held held, Entrega said) {
    Optional<Held> other = ledger.otherFirm(said.id(), held.numero());
    ledger.claim(said.id(), held.estacion());
    Held firm = Signature.delivered(held, said, other.isPresent());
    ledger.put(firm);
    return acknowledge(firm);
  }

  final Answer<AcuseEntrega> acknowledge(Held held) {
    return new Answer.Done<>(
        new AcuseEntrega(epoca, held.numero(), held.hash(), held.estado(), level(held)));
  }

  /** §3.3. */
  Answer<Acuse> sinUso(String estacion, List<Rango> rangos) {
    if (!serves(estacion)) {
      return notNow();
    }
    for (Numero numero : numbers(rangos)) {
      Optional<Held> found =
          ledger.find(numero).filter(h -> h.estacion().equals(estacion) && !h.isFirm());
      if (found.isEmpty()) {
        alarms().add("stated unused, but firm or another's: " + numero.texto());
      } else if (isAnnulled(found.get())) {
        annul(found.get());
      }
    }
    return new Answer.Done<>(new Acuse(epoca));
  }

  /** Whether a statement annuls a number that is as it is. */
  boolean isAnnulled(Held held) {
    return held.isOpen();
  }

  final void annul(Held held) {
    ledger.put(held.with().estado(EstadoNumero.ANULADO).dia(Optional.of(caes.today())).build());
  }

  /** DGI's daily report has it as annulled. */
  final void reported(Held held) {
    ledger.put(held.with().estado(EstadoNumero.INFORMADO).build());
  }

  static List<Numero> numbers(List<Rango> rangos) {
    List<Numero> all = new ArrayList<>();
    for (Rango rango : rangos) {
      for (int nro = rango.desde(); nro <= rango.hasta(); nro++) {
        all.add(new Numero(rango.tipo(), rango.serie(), nro));
      }
    }
    return all;
  }

  /** §3.4. */
  Answer<Bloque> bloque(String estacion, TipoCfe tipo, String solicitud, SolicitudBloque asked) {
    if (!isToday(asked)) {
      return refuse(409, "OTRA_EPOCA", Optional.empty());
    }
    if (!serves(estacion)) {
      return notNow();
    }
    List<String> lives = ledger.vidas(estacion);
    if (lives.isEmpty()) {
      lives.add(asked.encarnacion());
      ledger.declaradas().add(estacion);
    }
    estaciones.add(estacion);
    if (!lives.get(lives.size() - 1).equals(asked.encarnacion()) && !servesOldLives()) {
      return refuse(
          409,
          lives.contains(asked.encarnacion()) ? "VIDA_ANTERIOR" : "FALTA_DECLARACION",
          Optional.empty());
    }
    String key = requestKey(estacion, asked.encarnacion(), tipo, solicitud);
    Bloque bloque =
        ledger.bloques().computeIfAbsent(key, k -> lease(estacion, tipo, solicitud, asked));
    return new Answer.Done<>(new Bloque(epoca, solicitud, bloque.rango(), bloque.cae()));
  }

  boolean isToday(SolicitudBloque asked) {
    return asked.epoca() == epoca;
  }

  boolean servesOldLives() {
    return false;
  }

  String requestKey(String estacion, String vida, TipoCfe tipo, String solicitud) {
    return estacion + "/" + vida + "/" + tipo + "/" + solicitud;
  }

  private Bloque lease(String estacion, TipoCfe tipo, String solicitud, SolicitudBloque asked) {
    Cae cae = caes.valid(tipo);
    String serie = Caes.key(cae);
    int desde = first(serie);
    int hasta = desde + asked.cantidad() - 1;
    ledger.ultimo(serie, Math.max(hasta, ledger.ultimo(serie)));
    raiseMark(serie, hasta);
    for (int nro = desde; nro <= hasta; nro++) {
      Numero numero = new Numero(tipo, cae.serie(), nro);
      ledger.put(Held.of(numero, cae, EstadoNumero.EN_BLOQUE, estacion, asked.encarnacion()));
    }
    return new Bloque(epoca, solicitud, new Rango(tipo, cae.serie(), desde, hasta), cae);
  }

  /** First number of the next block. */
  int first(String serie) {
    return ledger.ultimo(serie) + 1;
  }

  void raiseMark(String serie, int nro) {
    while (mark.getOrDefault(serie, 0) < nro) {
      mark.merge(serie, MARK_STEP, Integer::sum);
    }
  }

  /** §3.5, §8. */
  Answer<Acuse> declarar(String estacion, Declaracion said) {
    if (said.epoca() != epoca) {
      return refuse(409, "OTRA_EPOCA", Optional.empty());
    }
    List<String> lives = ledger.vidas(estacion);
    if (!lives.isEmpty()) {
      int order = Life.ORDER.compare(said.encarnacion(), lives.get(lives.size() - 1));
      if (order < 0) {
        return refuse(409, "VIDA_ANTERIOR", Optional.empty());
      }
    }
    if (!lives.contains(said.encarnacion())) {
      lives.add(said.encarnacion());
    }
    estaciones.add(estacion);
    new Declared(this, estacion, said).settle();
    return new Answer.Done<>(new Acuse(epoca));
  }

  /** Whether the gap of a restore is annulled, now that this station has declared. */
  boolean isGapOver() {
    return ledger.declaradas().containsAll(estaciones);
  }
}
