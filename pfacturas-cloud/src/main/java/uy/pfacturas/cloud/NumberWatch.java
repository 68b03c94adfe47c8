package uy.pfacturas.cloud;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.EstadoCae;

/**
 * Sees to it that people are told before numbers run out: those of this station while the cloud
 * does not serve, and the company's CAEs. Thread-safe.
 */
final class NumberWatch {
  private static final int SCARCE_PERCENT = 20;
  private static final int SOON_DAYS = 30;

  private final Numbers numbers;
  private final Troubles troubles;
  private final int reserva;
  private final Clock clock;
  private final Texts texts;
  private volatile List<EstadoCae> caes = List.of();

  /**
   * @param reserva numbers of a type below which an alarm is raised while the cloud does not serve
   */
  NumberWatch(Numbers numbers, Troubles troubles, int reserva, Clock clock, Locale locale) {
    this.numbers = numbers;
    this.troubles = troubles;
    this.reserva = reserva;
    this.clock = clock;
    this.texts = new Texts(locale);
  }

  /** The cloud told of the company's CAEs. */
  void told(List<EstadoCae> now) {
    caes = List.copyOf(now);
  }

  /**
   * Tells what has changed since the last look.
   *
   * @param isServed whether the cloud gives numbers now
   */
  void look(boolean isServed) {
    List<String> reasons = new ArrayList<>();
    Map<TipoCfe, Integer> stock = numbers.stock();
    if (!isServed) {
      stock.forEach(
          (tipo, left) -> {
            if (left < reserva) {
              reasons.add(
                  left == 0
                      ? say("NUMEROS_NINGUNO", tipo.nombre())
                      : say("NUMEROS_POCOS", tipo.nombre(), Integer.toString(reserva)));
            }
          });
    }
    byType(caes).forEach((tipo, all) -> reasons.addAll(of(tipo, all, stock)));
    troubles.set(
        Trouble.NUMEROS, Optional.of(String.join(" ", reasons)).filter(text -> !text.isEmpty()));
  }

  private static Map<TipoCfe, List<EstadoCae>> byType(List<EstadoCae> all) {
    Map<TipoCfe, List<EstadoCae>> types = new TreeMap<>();
    all.forEach(e -> types.computeIfAbsent(e.cae().tipo(), t -> new ArrayList<>()).add(e));
    return types;
  }

  /** A CAE that ends needs nobody's attention where the next one is there. */
  private List<String> of(TipoCfe tipo, List<EstadoCae> all, Map<TipoCfe, Integer> stock) {
    List<EstadoCae> valid = all.stream().filter(e -> !e.vencido()).toList();
    long left = valid.stream().mapToLong(EstadoCae::quedan).sum() + stock.getOrDefault(tipo, 0);
    long size =
        valid.stream().mapToLong(e -> e.cae().hasta() - e.cae().desde() + 1L).max().orElse(0);
    List<String> reasons = new ArrayList<>();
    if (left * 100 < size * SCARCE_PERCENT || size == 0) {
      reasons.add(say("CAE_POCA", tipo.nombre(), Integer.toString(SCARCE_PERCENT)));
    }
    Optional<LocalDate> last =
        valid.stream()
            .filter(e -> e.quedan() > 0)
            .map(e -> e.cae().vence())
            .max(LocalDate::compareTo);
    last.filter(day -> day.isBefore(LocalDate.now(clock).plusDays(SOON_DAYS)))
        .ifPresent(day -> reasons.add(say("CAE_VENCE", tipo.nombre(), day.toString())));
    return reasons;
  }

  private String say(String key, String... args) {
    Motivo motivo = texts.motivo(key, args);
    return motivo.mensaje() + " " + motivo.queHacer();
  }
}
