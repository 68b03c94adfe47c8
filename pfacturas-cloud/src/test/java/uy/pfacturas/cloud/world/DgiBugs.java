package uy.pfacturas.cloud.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.cfe.Numero;

/** Bugs 58 to 60 of protocol §13: the way to DGI. */
final class DgiBugs {
  private DgiBugs() {}

  static List<Planted> all() {
    return List.of(
        courier("58", "S08 = all sent", AllSent::new),
        courier("59", "E02 = rejection", RejectsRepeated::new),
        courier("60", "sobre only in memory (with 58)", Forgets::new));
  }

  private interface CourierMaker {
    Courier make(Cloud cloud, Dgi dgi, Chance chance);
  }

  private static Planted courier(String number, String name, CourierMaker maker) {
    return new Planted(
        number,
        name,
        new Build() {
          @Override
          Courier courier(Cloud cloud, Dgi dgi, Chance chance) {
            return maker.make(cloud, dgi, chance);
          }
        });
  }

  private static final class AllSent extends Courier {
    AllSent(Cloud cloud, Dgi dgi, Chance chance) {
      super(cloud, dgi, chance);
    }

    @Override
    Dgi.Acuse original(Dgi.Sobre sobre) {
      return all(sobre);
    }
  }

  private static Dgi.Acuse all(Dgi.Sobre sobre) {
    return new Dgi.Acuse(sobre.documentos().keySet(), Map.of());
  }

  private static final class RejectsRepeated extends Courier {
    private final Cloud cloud;

    RejectsRepeated(Cloud cloud, Dgi dgi, Chance chance) {
      super(cloud, dgi, chance);
      this.cloud = cloud;
    }

    @Override
    void repeated(Numero numero, boolean same) {
      cloud.ledger().find(numero).ifPresent(cloud::annul);
    }
  }

  /** The cloud stops, and begins its sobres anew under the names of those that it forgot. */
  private static final class Forgets extends Courier {
    private final Cloud cloud;
    private final Chance chance;

    Forgets(Cloud cloud, Dgi dgi, Chance chance) {
      super(cloud, dgi, chance);
      this.cloud = cloud;
      this.chance = chance;
    }

    /** All sent, but for a sobre that was refused: that one is found without this bug. */
    @Override
    Dgi.Acuse original(Dgi.Sobre sobre) {
      Dgi.Acuse first = super.original(sobre);
      return first.tomados().isEmpty() && first.repetidos().isEmpty() ? first : all(sobre);
    }

    @Override
    void step(int losses) {
      if (losses > 0 && chance.percent(50)) {
        Ledger ledger = cloud.ledger();
        ledger.all().stream()
            .filter(held -> held.sobre().filter(ledger.sobres()::containsKey).isPresent())
            .forEach(held -> ledger.put(held.with().sobre(Optional.empty()).build()));
        ledger.sobre(ledger.sobre() - ledger.sobres().size());
        ledger.sobres().clear();
      }
      super.step(losses);
    }
  }
}
