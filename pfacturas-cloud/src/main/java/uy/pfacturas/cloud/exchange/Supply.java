package uy.pfacturas.cloud.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Bloques;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Numeracion;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.Rechazo;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;

/**
 * Keeps numbers in stock and states those that will never be used (protocol §7, §3.3, §3.4). May be
 * repeated for ever. Thread-safe; one request at a time.
 */
public final class Supply {
  /** What came of asking for numbers. */
  public sealed interface Outcome {
    /** There are numbers in stock. */
    record Stocked(int quedan) implements Outcome {}

    /** The company has no CAE for this type that could be used; the sentence is the cloud's. */
    record NoCae(Motivo motivo) implements Outcome {}

    /** Nobody knows yet; to be asked again. */
    record Later(Answer.Cause cause, String reason, Optional<java.time.Duration> retryAfter)
        implements Outcome {}
  }

  /** What the cloud says to a life that it does not know, or knows as over. */
  private static final Set<String> OTHER_LIFE = Set.of("FALTA_DECLARACION", "VIDA_ANTERIOR");

  private final Numbers numbers;
  private final NubeClient nube;
  private final Epochs epochs;
  private final Declaring declaring;
  private final Fence fence;
  private final int cantidad;

  /**
   * For one station.
   *
   * @param cantidad numbers asked for at once; the next block is asked for when half of that is
   *     left
   */
  public Supply(
      Numbers numbers,
      NubeClient nube,
      Epochs epochs,
      Declaring declaring,
      Fence fence,
      int cantidad) {
    this.numbers = numbers;
    this.nube = nube;
    this.epochs = epochs;
    this.declaring = declaring;
    this.fence = fence;
    this.cantidad = cantidad;
  }

  /** Whether so many numbers left call for the next block. */
  public boolean isLow(int quedan) {
    return quedan * 2 <= cantidad;
  }

  /** The types of which this station has few numbers, of those that it ever had. */
  public List<TipoCfe> low() {
    return numbers.vigentes().entrySet().stream()
        .filter(stock -> isLow(stock.getValue().quedan()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Sees to it that there are numbers of this type; asks the cloud where there are few. */
  public synchronized Outcome ensure(TipoCfe tipo) {
    Bloques stock = numbers.bloques(tipo);
    if (!isLow(stock.quedan())) {
      return new Outcome.Stocked(stock.quedan());
    }
    Optional<Answer.NotServed<Boolean>> first = declaring.declare().or(() -> epochs.learn(nube));
    if (first.isPresent()) {
      return later(first.get());
    }
    return ask(tipo, numbers.pedir(tipo, cantidad), true);
  }

  /** Asks for a block that begins with this number, which the ERP chose and is not in stock. */
  public synchronized Outcome ensure(Numero numero) {
    Bloques stock = numbers.bloques(numero.tipo(), Numeracion.ERP);
    if (stock.holds(numero)) {
      return new Outcome.Stocked(stock.quedan());
    }
    Optional<Answer.NotServed<Boolean>> first = declaring.declare().or(() -> epochs.learn(nube));
    return first
        .map(Supply::later)
        .orElseGet(() -> ask(numero.tipo(), numbers.pedir(numero, cantidad), true));
  }

  /** Asks for the numbers that the ERP will come to after this one, unless there are enough. */
  public synchronized Outcome ensureAfter(Numero numero) {
    return ensure(numbers.bloques(numero.tipo(), Numeracion.ERP).behind(numero));
  }

  private Outcome ask(TipoCfe tipo, Bloques.Pedida pedida, boolean again) {
    long epoca = epochs.known();
    Answer<Bloque> answer =
        nube.bloque(
            tipo,
            pedida.solicitud(),
            new SolicitudBloque(
                numbers.vida().encarnacion(), epoca, pedida.cantidad(), pedida.desde()));
    return answer.match(
        bloque -> open(tipo, pedida, bloque),
        refused -> refused(tipo, pedida, refused.rechazo(), again && refused.status() == 409),
        Supply::later);
  }

  private Outcome open(TipoCfe tipo, Bloques.Pedida pedida, Bloque bloque) {
    if (!epochs.counts(bloque.epoca())
        || !bloque.solicitud().equals(pedida.solicitud())
        || bloque.rango().tipo() != tipo
        || bloque.cae().tipo() != tipo) {
      return later("La nube contestó por otro pedido de números.");
    }
    fence.lower();
    Numeracion numeracion = pedida.desde().isPresent() ? Numeracion.ERP : Numeracion.PROGRAMA;
    boolean opened = numbers.abrir(tipo, numeracion, bloque);
    int quedan = numbers.bloques(tipo, numeracion).quedan();
    return opened || quedan > 0
        ? new Outcome.Stocked(quedan)
        : later("El bloque que llegó ya se había usado.");
  }

  private Outcome refused(TipoCfe tipo, Bloques.Pedida pedida, Rechazo rechazo, boolean again) {
    long before = epochs.known();
    if (!epochs.counts(rechazo.epoca())) {
      return later("La nube contestó con una época anterior.");
    }
    if (again && epochs.known() > before) {
      return ask(tipo, pedida, false);
    }
    if (OTHER_LIFE.contains(rechazo.codigo())) {
      fence.raise(rechazo);
    }
    return rechazo.codigo().contains("CAE") || rechazo.codigo().equals("NUMERO_OCUPADO")
        ? new Outcome.NoCae(Signing.motivo(rechazo))
        : later(rechazo.codigo() + ": " + rechazo.mensaje());
  }

  /**
   * Declares and states what is to be declared and stated; empty if that is done, else why it has
   * to be tried again.
   */
  public Optional<Answer.NotServed<Boolean>> state() {
    return declaring.declare().or(this::stateUnused);
  }

  private Optional<Answer.NotServed<Boolean>> stateUnused() {
    List<Rango> rangos = numbers.sinUso();
    if (rangos.isEmpty()) {
      return Optional.empty();
    }
    return nube.sinUso(new SinUso(rangos))
        .match(
            acuse -> {
              boolean counts =
                  epochs.counts(acuse.epoca()) && numbers.acusado(rangos, acuse.epoca());
              return counts ? Optional.empty() : Optional.of(unknown("época anterior"));
            },
            refused -> Optional.of(unknown(refused.rechazo().mensaje())),
            n -> Optional.of(new Answer.NotServed<>(n.cause(), n.reason(), n.retryAfter())));
  }

  private static Answer.NotServed<Boolean> unknown(String reason) {
    return new Answer.NotServed<>(Answer.Cause.UNKNOWN, reason, Optional.empty());
  }

  private static Outcome later(Answer.NotServed<?> answer) {
    return new Outcome.Later(answer.cause(), answer.reason(), answer.retryAfter());
  }

  private static Outcome later(String reason) {
    return new Outcome.Later(Answer.Cause.UNKNOWN, reason, Optional.empty());
  }
}
