package uy.pfacturas.cloud.world;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.exchange.Firmante;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Telling;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.StoreException;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.cloud.testing.Crash;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.cloud.testing.FakeFirmante;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;

/**
 * A station's machine: its disks outlive it, what runs on it is stopped at any moment. After that
 * it is started again by the next act.
 */
final class Machine {
  private static final int NEVER = Integer.MAX_VALUE;

  private final String name;
  private final World world;
  private final CrashDisk disk;
  private final Copy copy;
  private final Time.Watch watch;
  private final Line line;
  private final NubeClient client;
  private final Firmante key = new FakeFirmante();
  private @Nullable Till running;
  private int stopsIn = NEVER;
  private int acting;
  private boolean full;
  private boolean jumped;
  private boolean lacks;
  private int lives;
  private final Map<Sale, byte[]> resting = new HashMap<>();
  private Map<Table, Map<String, byte[]>> image;

  Machine(String name, World world, Build build, NubeClient cloud) {
    this.name = name;
    this.world = world;
    this.disk = build.disk();
    this.image = disk.image();
    this.copy = build.copy(this::moment);
    this.watch = world.time().new Watch();
    this.line = new Line(cloud, this, world);
    this.client = build.client(this, line);
    disk.at(this::write);
  }

  String name() {
    return name;
  }

  World world() {
    return world;
  }

  CrashDisk disk() {
    return disk;
  }

  Copy copy() {
    return copy;
  }

  Line line() {
    return line;
  }

  Time.Watch watch() {
    return watch;
  }

  /** Stopped soon, if it runs by then. */
  void stopIn(int moments) {
    stopsIn = moments;
  }

  void full(boolean now) {
    full = now;
  }

  boolean isFull() {
    return full;
  }

  /** Its clock is wrong from now on. */
  void jump(Duration by) {
    jumped = true;
    watch.jump(by);
  }

  boolean hasJumped() {
    return jumped;
  }

  /** It is not stopped any more and has room. */
  void mend() {
    stopsIn = NEVER;
    full = false;
    copy.full(false);
  }

  /** All is well with it from now on. */
  void heal() {
    mend();
    watch.set();
    line.down(false);
  }

  /** A point at which it may be stopped. */
  void moment() {
    if (stopsIn != NEVER && --stopsIn < 0) {
      throw new Crash();
    }
  }

  private void write() {
    moment();
    if (full) {
      throw new StoreException("disk is full");
    }
  }

  /** Does something on it; one that is stopped, or cannot write, leaves it at that. */
  void act(Consumer<Till> what) {
    acting++;
    try {
      what.accept(till());
    } catch (Crash stopped) {
      if (acting > 1) {
        throw stopped;
      }
      stop();
      loseWithPower();
    } catch (StoreException | CompletionException e) {
      if (!full) {
        throw e;
      }
      world.trace(() -> name + " " + e.getMessage());
    } finally {
      acting--;
    }
  }

  /** What is so on it; false where it does not run. */
  boolean ask(Predicate<Till> question) {
    Till now = running;
    return now != null && question.test(now);
  }

  /** What a person, or a program, keeps of its store aside. */
  void keepImage() {
    image = disk.image();
  }

  /** It stops, and its store is gone, or an old one in its place; the second copy is not. */
  void lose(boolean rolledBack) {
    lacks |= copy.losses() > 0 && !copy.isWhole();
    if (!lacks && acting == 0) {
      stop();
      world.trace(() -> name + (rolledBack ? " STORE ROLLED BACK" : " STORE LOST"));
      disk.become(rolledBack ? image : Map.of());
    }
  }

  /** What cuts the power may also take the disk. */
  private void loseWithPower() {
    if (!lacks && world.chance().percent(8 * world.weather().losses())) {
      world.trace(() -> name + " STORE LOST AS WELL");
      disk.become(world.build().losesAll() ? Map.of() : image);
    }
  }

  /** Once the medium of the copy has room, tells it what it missed. */
  void mendCopy(DocumentStore store) {
    long losses = copy.losses();
    if (!copy.isWhole() && !copy.isFull()) {
      new Telling(store, watch).tell(copy.copied());
      if (copy.losses() == losses) {
        copy.mended(losses);
      }
    }
  }

  /**
   * Nothing is to be done for a sale while its record stays as it is and the ERP writes nothing.
   */
  void rest(Sale sale) {
    disk.find(Table.DOCUMENTOS, sale.id()).ifPresent(record -> resting.put(sale, record));
  }

  /** Whether that is so still. */
  boolean rests(Sale sale) {
    byte[] record = resting.get(sale);
    return record != null
        && !sale.hasFile()
        && disk.find(Table.DOCUMENTOS, sale.id()).filter(now -> now == record).isPresent();
  }

  private void stop() {
    lacks |= !copy.isWhole();
    copy.crash();
    world.trace(() -> name + " STOPPED");
    stopsIn = NEVER;
    running = null;
    disk.crash();
  }

  private Till till() {
    Till now = running;
    if (now == null) {
      now = start();
      running = now;
    }
    return now;
  }

  private Till start() {
    Build build = world.build();
    copy.begin();
    long copied = build.copied(copy);
    Opening opening = new Opening(Ambiente.DEMO, name, Documents.RUC);
    DocumentStore store = DocumentStore.direct(build.medium(this), copy);
    if (opening.fitness(store, copied) != Opening.Fitness.GOOD && copied > 0) {
      world.trace(() -> name + " makes its store anew");
      build.recovery(this).run(opening, Life.name(name, ++lives));
    }
    // Until the copy is told what a stop kept from it, it is not enough by itself.
    lacks |= copied > 0 || opening.fitness(store, copied) == Opening.Fitness.GOOD;
    opening.check(store, copied, Life.name(name, ++lives), watch);
    lacks = copy.losses() > 0;
    Firmante firmante = world.weather().keyless() ? Firmante.unable("Sin certificado.") : key;
    return build.till(this, Parts.of(store, client, firmante, name, watch));
  }
}
