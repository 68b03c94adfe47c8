package uy.pfacturas.cloud.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.SolicitudFirma;

/** The rules of the protocol under crashes at every write and a network that fails. */
class ExactlyOnceTest {
  private static final int SEEDS = Integer.getInteger("pfacturas.semillas", 100);
  private static final World.Wiring HONEST = (network, nube) -> network;

  @Test
  void run_crashesAndFaults_everyIdOneNumber() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      assertThat(new World(seed, new CrashDisk(), HONEST).run()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void run_blockNotInTheCommitOfTheNumber_isFound() {
    assertFound(() -> forgetting(Table.ESTADO, "bloques/101", ""), HONEST);
  }

  @Test
  void run_requestLeavesBeforeTheNumberIsStored_isFound() {
    assertFound(() -> forgetting(Table.DOCUMENTOS, "", "\"ENVIANDO\""), HONEST);
  }

  @Test
  void run_printedAndDeliveredBeforeStored_isFound() {
    assertFound(() -> forgetting(Table.DOCUMENTOS, "", "\"FIRMADO\""), HONEST);
  }

  @Test
  void run_unusedStatedBeforeStored_isFound() {
    assertFound(() -> forgetting(Table.DOCUMENTOS, "", "\"RETIRADO\""), HONEST);
  }

  @Test
  void run_unusedNotStated_isFound() {
    assertFound(
        CrashDisk::new,
        (network, nube) ->
            changing(network, "sinUso", (args, real) -> new Answer.Done<>(new Acuse(1))));
  }

  @Test
  void run_unusedBackToStock_isFound() {
    assertFound(Restocking::disk, HONEST);
  }

  @Test
  void run_answerMatchedByIdOnly_isFound() {
    Map<Object, Answer<?>> refusals = new java.util.HashMap<>();
    assertFound(
        CrashDisk::new,
        (network, nube) ->
            changing(
                network,
                "firmar",
                (args, real) -> {
                  Answer<?> answer = real.get();
                  Answer<?> old = refusals.remove(args[0]);
                  if (old instanceof Answer.Refused<?> refused) {
                    return renamed(refused, (SolicitudFirma) args[1]);
                  }
                  if (answer instanceof Answer.Refused<?>) {
                    refusals.put(args[0], answer);
                  }
                  return answer;
                }));
  }

  private static Answer<?> renamed(Answer.Refused<?> refused, SolicitudFirma asked) {
    var r = refused.rechazo();
    return new Answer.Refused<>(
        refused.status(),
        new uy.pfacturas.core.protocol.Rechazo(
            r.epoca(),
            r.codigo(),
            r.mensaje(),
            r.queHacer(),
            Optional.of(asked.numero()),
            r.faltas(),
            r.documento()));
  }

  private static void assertFound(Supplier<CrashDisk> disk, World.Wiring wiring) {
    List<String> found = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS && found.isEmpty(); seed++) {
      try {
        found.addAll(new World(seed, disk.get(), wiring).run());
      } catch (RuntimeException e) {
        found.add("station refuses to go on: " + e);
      }
    }
    assertThat(found).isNotEmpty();
  }

  private static CrashDisk forgetting(Table table, String key, String content) {
    return new CrashDisk(
        (in, entry) ->
            in == table
                && entry.getKey().contains(key)
                && entry
                    .getValue()
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(content))
                    .orElse(false));
  }

  private interface Act {
    Answer<?> answer(Object[] args, Supplier<Answer<?>> real);
  }

  private static NubeClient changing(NubeClient real, String method, Act act) {
    return (NubeClient)
        Proxy.newProxyInstance(
            NubeClient.class.getClassLoader(),
            new Class<?>[] {NubeClient.class},
            (proxy, called, args) ->
                called.getName().equals(method)
                    ? act.answer(args, () -> call(real, called, args))
                    : call(real, called, args));
  }

  private static Answer<?> call(NubeClient real, java.lang.reflect.Method method, Object[] args) {
    try {
      return (Answer<?>) method.invoke(real, args);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A disk whose blocks take a number back as soon as it is on the unused list. */
  private static final class Restocking {
    static CrashDisk disk() {
      return new CrashDisk() {
        @Override
        public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
          Map<String, Optional<byte[]>> state = changes.getOrDefault(Table.ESTADO, Map.of());
          if (state.containsKey("sin-uso")) {
            lower(state.get("sin-uso").map(String::new).orElse(""), state);
          }
          super.write(changes);
        }

        private void lower(String unused, Map<String, Optional<byte[]>> state) {
          var number = java.util.regex.Pattern.compile("\"desde\":(\\d+)").matcher(unused);
          Optional<byte[]> stock = find(Table.ESTADO, "bloques/101");
          if (number.find() && stock.isPresent()) {
            String blocks = new String(stock.get(), StandardCharsets.UTF_8);
            state.put(
                "bloques/101",
                Optional.of(
                    blocks
                        .replaceFirst("\"desde\":\\d+", "\"desde\":" + number.group(1))
                        .getBytes(StandardCharsets.UTF_8)));
          }
        }
      };
    }
  }
}
