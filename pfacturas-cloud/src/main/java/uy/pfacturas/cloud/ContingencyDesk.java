package uy.pfacturas.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.cloud.contingencia.Cambio;
import uy.pfacturas.cloud.contingencia.Contingencia.Estadia;
import uy.pfacturas.cloud.contingencia.PlazoEntrega;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.station.BitacoraStore;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;

/**
 * The contingencia as people meet it: entered and left by them, written into the journal, told in a
 * file of each mailbox, with an alarm where what was signed is not delivered in time. Thread-safe.
 */
final class ContingencyDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ContingencyDesk.class);

  /** Name of the files that say how it stands. */
  static final String FILE = "contingencia";

  private static final int PAGE = 20;

  /** Counts change with every document; a turn is written at once. */
  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(3);

  private final Works works;
  private final Collection<Buzon> buzones;
  private final BitacoraStore journal;
  private final StatusListener listener;
  private final Deque<Cambio> unwritten = new ArrayDeque<>();
  private Optional<EstadoContingencia> shown = Optional.empty();
  private Instant shownAt = Instant.MIN;

  ContingencyDesk(
      Works works, Collection<Buzon> buzones, BitacoraStore journal, StatusListener listener) {
    this.works = works;
    this.buzones = buzones;
    this.journal = journal;
    this.listener = listener;
  }

  /** Goes on with the stay that an earlier run was in. */
  void resume() {
    Bitacora read = journal.read();
    read.rota()
        .ifPresent(n -> works.troubles().set(Trouble.BITACORA, sentences("BITACORA_ROTA", "" + n)));
    Optional<Estadia> open = read.abierta();
    if (open.isPresent() && works.local().isEmpty()) {
      LOG.warn("stay of an earlier run ends: this station has no key any more");
      write(new Cambio.Sale(works.clock().instant(), false));
    } else if (open.isPresent()) {
      works.contingencia().resume(open.get());
      works.troubles().set(Trouble.CONTINGENCIA, told(open.get()));
    }
  }

  /** The contingencia began, was kept on or ended. Told under its lock, in order. */
  void turned(Cambio cambio) {
    LOG.info("contingencia: {} {}", cambio.hecho(), cambio.causa());
    write(cambio);
    if (cambio instanceof Cambio.Entra entra) {
      works
          .troubles()
          .set(
              Trouble.CONTINGENCIA,
              told(new Estadia(entra.cuando(), entra.causa(), entra.aMano())));
    } else if (cambio instanceof Cambio.Sale) {
      works.troubles().clear(Trouble.CONTINGENCIA);
    }
    works.signers().run(0, this::look);
  }

  /** The journal is written before any document is signed in this stay; if the disk takes it. */
  private void write(Cambio cambio) {
    synchronized (unwritten) {
      unwritten.addLast(cambio);
    }
    works.guard().step(works.signers(), 0, this::writeAll, what -> works.guard().wrong(what)).run();
  }

  private void writeAll() {
    synchronized (unwritten) {
      while (!unwritten.isEmpty()) {
        journal.write(unwritten.getFirst());
        unwritten.removeFirst();
      }
    }
  }

  /** The journal, read whole and verified. */
  Bitacora journal() {
    return journal.read();
  }

  /** Enters by hand; false if nothing can be signed here. */
  boolean enter(String why) {
    return works.contingencia().enter(why);
  }

  /** Leaves by hand; false if there was no stay. */
  boolean leave() {
    return works.contingencia().leave();
  }

  /**
   * Signed documents that the cloud does not have.
   *
   * @param oldest the first of them; empty if there is none
   */
  private record Undelivered(long count, Optional<Documento> oldest) {}

  /** By the store, so that it holds also where nothing works. */
  private Undelivered undelivered() {
    Map<Estado, Long> counts = works.station().cuentas();
    long count =
        counts.getOrDefault(Estado.FIRMADO, 0L)
            + counts.getOrDefault(Estado.FIRMADO_CONTINGENCIA, 0L);
    Optional<Documento> oldest = Optional.empty();
    List<Documento> page = count == 0 ? List.of() : works.station().abiertos(0, PAGE);
    while (oldest.isEmpty() && !page.isEmpty()) {
      oldest = page.stream().filter(Documento::isUndelivered).findFirst();
      page = works.station().abiertos(page.get(page.size() - 1).secuencia(), PAGE);
    }
    return new Undelivered(count, oldest);
  }

  /** How it stands now. */
  EstadoContingencia estado() {
    return estado(undelivered());
  }

  private EstadoContingencia estado(Undelivered left) {
    Optional<Estadia> stay = works.contingencia().estadia();
    return new EstadoContingencia(
        stay.isPresent(),
        stay.map(Estadia::desde),
        stay.map(Estadia::causa),
        stay.map(Estadia::aMano),
        works
            .local()
            .map(local -> local.obstacle())
            .orElseGet(() -> Optional.of(texts().say("SIN_LLAVE"))),
        left.count(),
        left.oldest().map(Documento::idErp),
        left.oldest().flatMap(Documento::firmado).map(OffsetDateTime::toInstant),
        left.oldest().flatMap(Documento::firmado).map(this::vence));
  }

  /** Looks at what waits to be delivered, and tells what has changed; to be called often. */
  void look() {
    Undelivered left = undelivered();
    deadline(left.oldest());
    listener.undelivered(left.count());
    show(estado(left), false);
  }

  /** Tells for the last time. */
  void end() {
    show(estado(), true);
  }

  /** Only the oldest is looked at: the others are due after it, or at the same time. */
  private void deadline(Optional<Documento> oldest) {
    Instant now = works.clock().instant();
    PlazoEntrega plazo = works.config().alarmas().entrega();
    boolean isHalfOver =
        oldest
            .flatMap(Documento::firmado)
            .filter(f -> !now.isBefore(plazo.mitad(f, zone())))
            .isPresent();
    boolean isOver =
        isHalfOver
            && oldest.flatMap(Documento::firmado).filter(f -> !now.isBefore(vence(f))).isPresent();
    works
        .troubles()
        .set(Trouble.ENTREGA, oldest.filter(d -> isHalfOver).map(d -> late("ENTREGA_MITAD", d)));
    works
        .troubles()
        .set(
            Trouble.ENTREGA_VENCIDA,
            oldest.filter(d -> isOver).map(d -> late("ENTREGA_VENCIDA", d)));
  }

  private String late(String key, Documento doc) {
    OffsetDateTime firmado = doc.firmado().orElseThrow();
    return sentences(
        key,
        doc.idErp(),
        doc.numero().orElseThrow().texto(),
        time(firmado.toInstant()),
        time(vence(firmado)));
  }

  private Instant vence(OffsetDateTime firmado) {
    return works.config().alarmas().entrega().vence(firmado, zone());
  }

  private synchronized void show(EstadoContingencia now, boolean isLast) {
    Instant at = works.clock().instant();
    boolean isTurn =
        shown.filter(s -> s.desde().equals(now.desde()) && s.aMano().equals(now.aMano())).isEmpty();
    boolean isDue = isLast || isTurn || !at.isBefore(shownAt.plus(BETWEEN_COUNTS));
    if (isDue && !shown.equals(Optional.of(now))) {
      shown = Optional.of(now);
      shownAt = at;
      buzones.forEach(
          buzon -> buzon.mailbox().writeNotice(FILE, values(now, at, new Texts(buzon.locale()))));
    }
  }

  private Map<String, Optional<?>> values(EstadoContingencia now, Instant at, Texts texts) {
    Map<String, Optional<?>> values = new LinkedHashMap<>();
    values.put("Estado", Optional.of(now.estado()));
    values.put("Desde", now.desde().map(this::offset));
    values.put("Causa", now.causa());
    values.put("AMano", now.aMano());
    values.put("SinEntregar", Optional.of(now.sinEntregar()));
    values.put("MasViejo", now.masViejo());
    values.put("MasViejoDesde", now.masViejoDesde().map(this::offset));
    values.put("Vence", now.vence().map(this::offset));
    values.put("Avisos", Optional.of(String.join(" ", alarms())).filter(s -> !s.isEmpty()));
    values.put("Mensaje", Optional.of(message(now, texts)));
    values.put("Actualizado", Optional.of(offset(at)));
    return values;
  }

  /** How it stands, in a sentence. */
  String message(EstadoContingencia now, Texts texts) {
    String waiting = texts.say("SIN_ENTREGAR", Long.toString(now.sinEntregar()));
    return now.desde()
            .map(
                since ->
                    texts.say(
                        now.aMano().orElse(false) ? "EN_CONTINGENCIA_A_MANO" : "EN_CONTINGENCIA",
                        time(since),
                        now.causa().orElse("")))
            .orElseGet(() -> texts.say("SIN_CONTINGENCIA"))
        + " "
        + waiting;
  }

  /** What people should look at. */
  List<String> alarms() {
    return works
        .troubles()
        .reasons(
            List.of(
                Trouble.FIRMA,
                Trouble.NUMEROS,
                Trouble.ENTREGA,
                Trouble.ENTREGA_VENCIDA,
                Trouble.BITACORA));
  }

  private String told(Estadia stay) {
    return texts().say("CONTINGENCIA_EMPIEZA", time(stay.desde()), stay.causa());
  }

  private String sentences(String key, String... args) {
    Motivo motivo = texts().motivo(key, args);
    return motivo.mensaje() + " " + motivo.queHacer();
  }

  /** Of the first mailbox: what is told to all is told once. */
  private Texts texts() {
    return new Texts(
        buzones.stream().findFirst().map(Buzon::locale).orElse(Locale.forLanguageTag("es")));
  }

  private String time(Instant at) {
    return CloudState.TIME.format(at.atZone(zone()));
  }

  private String offset(Instant at) {
    return java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone()));
  }

  private ZoneId zone() {
    return works.clock().getZone();
  }
}
