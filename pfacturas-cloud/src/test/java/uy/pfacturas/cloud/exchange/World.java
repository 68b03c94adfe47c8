package uy.pfacturas.cloud.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.station.Contenido;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.DocumentoBuilder;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.cloud.station.Opening;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.cloud.station.Toma;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.testing.Crash;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.cloud.testing.FaultyNube;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.xml.CfeXml;

/**
 * A shop for a day: sales, a station that is stopped at any instant, a network that fails, and
 * paper that cannot be taken back. Everything follows from the seed.
 */
final class World {
  private static final int STEPS = 160;
  private static final int HEALING_STEPS = 60;
  private static final int IDS = 6;
  private static final int BLOCK = 4;

  private final Random random;
  private final CrashDisk disk;
  private final FakeNube nube;
  private final FaultyNube network;
  private final NubeClient seen;
  private final Clock clock = Documents.clock();
  private final Cfe cfe = Documents.eTicket();
  private final Map<String, String> huellas = new TreeMap<>();
  private final List<String> paper = new ArrayList<>();
  private final List<String> withdrawing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int crashIn = Integer.MAX_VALUE;

  /** What a world is made of; a planted bug replaces one of them. */
  interface Wiring {
    NubeClient wire(NubeClient network, FakeNube nube);
  }

  World(long seed, CrashDisk disk, Wiring wiring) {
    this.random = new Random(seed);
    this.disk = disk;
    this.nube = new FakeNube();
    this.network = new FaultyNube(nube, random, 0.4);
    this.seen = wiring.wire(network, nube);
    disk.at(this::moment);
    for (int i = 1; i <= IDS; i++) {
      huellas.put("CAJA/" + i, "h" + i);
    }
    nube.refuse("CAJA/3");
  }

  private void moment() {
    if (--crashIn < 0) {
      throw new Crash();
    }
  }

  /** Runs the day, then heals everything and lets it end. */
  List<String> run() {
    for (int boot = 0; boot < 12; boot++) {
      crashIn = random.nextInt(60);
      try {
        work(STEPS / 12, true);
      } catch (Crash e) {
        disk.crash();
      }
    }
    crashIn = Integer.MAX_VALUE;
    network.heal();
    nube.accept("CAJA/3");
    work(HEALING_STEPS, false);
    return violations();
  }

  private Parts boot() {
    SecondCopy copy =
        (entries, done) -> {
          moment();
          done.run();
        };
    DocumentStore store = DocumentStore.direct(disk, copy);
    new Opening(Ambiente.DEMO, "CAJA", Documents.RUC).check(store, 0, "vida", clock);
    return new Parts(store, seen, clock);
  }

  private void work(int steps, boolean wild) {
    Parts parts = boot();
    List<String> ids = new ArrayList<>(huellas.keySet());
    for (int i = 0; i < steps; i++) {
      String id = wild ? ids.get(random.nextInt(ids.size())) : ids.get(i % ids.size());
      if (wild && random.nextInt(8) == 0 && !id.equals("CAJA/3")) {
        withdrawing.add(id);
        var unused = parts.station().retirar(id);
      } else {
        step(parts, id, wild);
      }
      moment();
      var later = parts.supply().state();
      if (!wild && later.isPresent()) {
        throw new IllegalStateException("healed network fails: " + later);
      }
    }
  }

  /** The next step of one file, whatever it is. */
  private void step(Parts parts, String id, boolean wild) {
    Optional<Documento> doc = parts.station().find(id);
    Situacion in = doc.map(Documento::situacion).orElse(Situacion.RECIBIDO);
    if (in == Situacion.RECHAZADO && wild && random.nextBoolean()) {
      nube.accept(id);
      huellas.put(id, huellas.get(id) + "+");
    }
    if (in == Situacion.RECIBIDO || in == Situacion.RECHAZADO) {
      number(parts, id);
    } else if (in == Situacion.ENVIANDO) {
      Step asked = parts.signing().ask(doc.get(), cfe, contenido());
      if (asked instanceof Step.Moved moved) {
        judge(moved.documento());
        moment();
      }
    } else if (in.isSigned()) {
      if (!doc.get().impreso()) {
        paper.add(id + " " + doc.get().numero().get().texto() + " " + doc.get().hash().get());
        moment();
        parts.station().impreso(id);
      }
      Contenido stored = parts.station().findContenido(id).orElseThrow();
      if (parts.delivery().deliver(doc.get(), stored, false) instanceof Step.Moved) {
        moment();
      }
    }
  }

  /** A refusal is about the number that it closes: the cloud has not signed it. */
  private void judge(Documento doc) {
    String numero = doc.numero().orElseThrow().texto();
    FakeNube.Asiento held = nube.numeros().get(numero);
    if (doc.situacion() == Situacion.RECHAZADO
        && held != null
        && held.estado() == EstadoNumero.SIN_CONFIRMAR) {
      wrong.add("refused although signed: " + numero);
    }
  }

  private void number(Parts parts, String id) {
    Documento nuevo =
        DocumentoBuilder.builder()
            .id(id)
            .buzon("")
            .idErp(id)
            .base(id)
            .archivo(id)
            .tipo(TipoCfe.E_TICKET)
            .huella(java.util.Objects.requireNonNull(huellas.get(id)))
            .situacion(Situacion.RECIBIDO)
            .desde(Instant.EPOCH)
            .imprimir(true)
            .build();
    if (parts.station().tomar(nuevo, contenido()) instanceof Toma.SinNumero) {
      moment();
      parts.supply().ensure(TipoCfe.E_TICKET);
    }
  }

  private Contenido contenido() {
    return new Contenido(
        new String(CfeXml.render(cfe), StandardCharsets.UTF_8),
        Optional.empty(),
        new PrintData(
            Ambiente.DEMO,
            "Res. 1/2026",
            "www.example.com",
            Documents.empresa().regimen(),
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private List<String> violations() {
    List<String> found = new ArrayList<>(nube.contradictions());
    found.addAll(wrong);
    Parts parts = boot();
    Map<String, FakeNube.Asiento> numbers = nube.numeros();
    for (String id : huellas.keySet()) {
      Documento doc = parts.station().find(id).orElseThrow();
      boolean ended =
          (withdrawing.contains(id) && doc.situacion() == Situacion.RETIRADO)
              || (doc.situacion() == Situacion.FIRMADO && doc.nivel() == 1 && doc.impreso());
      if (!ended) {
        found.add("no good end: " + doc);
      }
      List<String> firm = nube.firm(id);
      List<String> own =
          doc.situacion().isSigned() ? List.of(doc.numero().orElseThrow().texto()) : List.of();
      if (!firm.equals(own)) {
        found.add("cloud holds " + firm + " of " + id + ", station " + own);
      }
    }
    for (String sheet : paper) {
      String[] said = sheet.split(" ");
      FakeNube.Asiento held = numbers.get(said[1]);
      if (!nube.firm(said[0]).contains(said[1]) || held == null || !held.hash().equals(said[2])) {
        found.add("paper without its document: " + sheet);
      }
    }
    int stock = parts.numbers().bloques(TipoCfe.E_TICKET).quedan();
    long open = numbers.values().stream().filter(a -> isOpen(a)).count();
    if (open != stock) {
      found.add(open + " numbers without an end, stock is " + stock);
    }
    return found;
  }

  private static boolean isOpen(FakeNube.Asiento asiento) {
    return switch (asiento.estado()) {
      case EN_BLOQUE, SIN_CONFIRMAR -> true;
      default -> false;
    };
  }

  /** A station between two crashes. */
  record Parts(
      Station station, Numbers numbers, Supply supply, Signing signing, Delivery delivery) {
    Parts(DocumentStore store, NubeClient nube, Clock clock) {
      this(new Station(store, clock), new Numbers(store, clock), nube, clock);
    }

    private Parts(Station station, Numbers numbers, NubeClient nube, Clock clock) {
      this(station, numbers, nube, clock, new Epochs(numbers), new Fence());
    }

    private Parts(
        Station station,
        Numbers numbers,
        NubeClient nube,
        Clock clock,
        Epochs epochs,
        Fence fence) {
      this(
          station,
          numbers,
          new Supply(
              numbers,
              nube,
              epochs,
              new Declaring(numbers, station, nube, epochs, fence, 3),
              fence,
              BLOCK),
          new Signing(station, nube, epochs, "CAJA", clock),
          new Delivery(station, nube, epochs, "CAJA"));
    }
  }
}
