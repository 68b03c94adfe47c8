package uy.pfacturas.cloud.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Empresa;
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

/**
 * One station's network. A message that was once sent may arrive again at any time, or for the
 * first time; an answer may be lost, cut, or an old one; and while the station waits, the world
 * goes on.
 */
final class Line implements NubeClient {
  private static final int KEPT = 60;

  /** Acknowledged without a name; that an answer belongs to its question is left to HTTP. */
  private static final Set<String> ANONYMOUS = Set.of("sin-uso", "declarar");

  private final NubeClient cloud;
  private final Machine machine;
  private final World world;
  private final List<Runnable> sent = new ArrayList<>();
  private final Map<String, List<Answer<?>>> answers = new HashMap<>();
  private boolean down;

  Line(NubeClient cloud, Machine machine, World world) {
    this.cloud = cloud;
    this.machine = machine;
    this.world = world;
  }

  boolean isDown() {
    return down;
  }

  void down(boolean now) {
    down = now;
  }

  /** An old message arrives, wherever it was; nobody waits for the answer. */
  void arriveLate() {
    if (!sent.isEmpty()) {
      world.chance().pick(sent).run();
    }
  }

  /** All old messages arrive once more, in any order. */
  void arriveAll() {
    List<Runnable> left = new ArrayList<>(sent);
    while (!left.isEmpty()) {
      left.remove(world.chance().below(left.size())).run();
    }
  }

  private <T> Answer<T> call(String what, Supplier<Answer<T>> request) {
    machine.moment();
    Chance chance = world.chance();
    world.time().pass(Duration.ofMillis(50 + chance.below(400)));
    Answer<T> answer = down ? lost("down") : carry(what, request);
    if (answer instanceof Answer.NotServed<T> no && no.cause() == Answer.Cause.UNKNOWN) {
      world.time().pass(Duration.ofSeconds(chance.below(8)));
    }
    world.meanwhile();
    world.trace(() -> machine.name() + " " + what + " -> " + shown(answer));
    machine.moment();
    return answer;
  }

  private static String shown(Answer<?> answer) {
    return answer.match(
        done -> done.getClass().getSimpleName(),
        no -> no.status() + " " + no.rechazo().codigo(),
        later -> later.reason());
  }

  private <T> Answer<T> carry(String what, Supplier<Answer<T>> request) {
    remember(request);
    Chance chance = world.chance();
    if (!chance.percent(world.weather().line())) {
      return heard(what, request.get());
    }
    return switch (chance.below(8)) {
      case 0, 1 -> lost("request lost");
      case 2, 3 -> {
        heard(what, request.get());
        yield lost("answer lost");
      }
      case 4 -> {
        heard(what, request.get());
        yield heard(what, request.get());
      }
      case 5 -> new Answer.NotServed<>(Answer.Cause.NOT_NOW, "429", Optional.empty());
      case 6 -> cut(heard(what, request.get()));
      default -> old(what);
    };
  }

  private void remember(Supplier<? extends Answer<?>> request) {
    if (sent.size() == KEPT) {
      sent.remove(world.chance().below(KEPT));
    }
    sent.add(
        () -> {
          var unused = request.get();
        });
  }

  private <T> Answer<T> heard(String what, Answer<T> answer) {
    answers.computeIfAbsent(what, w -> new ArrayList<>()).add(answer);
    return answer;
  }

  /** An answer of long ago, of the same kind, where answers say what they answer. */
  @SuppressWarnings("unchecked")
  private <T> Answer<T> old(String what) {
    List<Answer<?>> heard =
        ANONYMOUS.contains(what) ? List.of() : answers.getOrDefault(what, List.of());
    return heard.isEmpty() ? lost("no old answer") : (Answer<T>) world.chance().pick(heard);
  }

  /** Half an answer; sometimes its front half is whole by itself. */
  @SuppressWarnings("unchecked")
  private <T> Answer<T> cut(Answer<T> answer) {
    Optional<T> value = answer.value();
    if (value.isPresent() && value.get() instanceof DocumentoFirmado signed) {
      Optional<String> half = signed.xml().map(xml -> xml.substring(0, xml.length() / 2));
      return (Answer<T>)
          new Answer.Done<>(
              new DocumentoFirmado(
                  signed.epoca(),
                  signed.id(),
                  signed.numero(),
                  signed.estacion(),
                  signed.estado(),
                  signed.hash(),
                  half,
                  signed.nivel()));
    }
    return lost("cut");
  }

  private static <T> Answer<T> lost(String why) {
    return new Answer.NotServed<>(Answer.Cause.UNKNOWN, why, Optional.empty());
  }

  @Override
  public Answer<Salud> salud() {
    return call("salud", cloud::salud);
  }

  @Override
  public Answer<Empresa> empresa() {
    return call("empresa", cloud::empresa);
  }

  @Override
  public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma asked) {
    return call("firmar", () -> cloud.firmar(id, asked));
  }

  @Override
  public Answer<DocumentoFirmado> documento(String id) {
    return call("documento", () -> cloud.documento(id));
  }

  @Override
  public Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega) {
    return call("entregar", () -> cloud.entregar(numero, entrega));
  }

  @Override
  public Answer<AcuseLote> entregar(LoteEntregas lote) {
    return call("entregas", () -> cloud.entregar(lote));
  }

  @Override
  public Answer<Acuse> sinUso(SinUso sinUso) {
    return call("sin-uso", () -> cloud.sinUso(sinUso));
  }

  @Override
  public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    return call("bloque", () -> cloud.bloque(tipo, solicitud, pedido));
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return call("declarar", () -> cloud.declarar(declaracion));
  }

  @Override
  public Answer<ListaCae> caes() {
    return call("caes", cloud::caes);
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    return call("rut", () -> cloud.rut(rut));
  }
}
