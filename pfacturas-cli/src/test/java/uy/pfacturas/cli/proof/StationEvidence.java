package uy.pfacturas.cli.proof;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uy.pfacturas.cloud.station.Bloques;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Numbers;
import uy.pfacturas.cloud.station.Station;
import uy.pfacturas.cloud.station.Unused;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.store.SqliteMedium;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Rango;

/** What the store of a station holds; it must not be running. */
final class StationEvidence implements AutoCloseable {
  private static final int PAGE = 500;

  private final DocumentStore store;

  StationEvidence(Path data) {
    store = DocumentStore.direct(SqliteMedium.open(data.resolve("almacen.db")), SecondCopy.NONE);
  }

  /** Its documents. */
  List<Evidence.Recorded> recorded() {
    Station station = new Station(store, Clock.systemUTC());
    List<Evidence.Recorded> all = new ArrayList<>();
    String after = "";
    for (List<Documento> page = station.scan(after, PAGE);
        !page.isEmpty();
        page = station.scan(after, PAGE)) {
      for (Documento doc : page) {
        all.add(
            new Evidence.Recorded(
                doc.idErp(),
                doc.situacion().name(),
                doc.numero().map(Numero::texto).orElse(""),
                doc.hash().orElse(""),
                doc.firmado().map(OffsetDateTime::toInstant).orElse(Instant.EPOCH),
                doc.referencias().stream().map(Numero::texto).toList()));
        after = doc.id();
      }
    }
    return all;
  }

  /** Its numbers without a document. */
  Evidence.Stock stock() {
    Numbers numbers = new Numbers(store, Clock.systemUTC());
    List<Bloques> all = Arrays.stream(TipoCfe.values()).map(numbers::bloques).toList();
    Unused unused =
        store
            .find(Table.ESTADO, "sin-uso", Unused.class)
            .orElseGet(() -> new Unused(List.of(), List.of()));
    List<Rango> stated = new ArrayList<>(unused.pendientes());
    stated.addAll(unused.acusados());
    Set<String> asked = new HashSet<>();
    all.forEach(b -> b.pedida().ifPresent(pedida -> asked.add(pedida.solicitud())));
    return new Evidence.Stock(
        numbers(
            all.stream().flatMap(b -> b.abiertos().stream()).map(Bloques.Abierto::rango).toList()),
        numbers(stated),
        asked);
  }

  private static Set<String> numbers(List<Rango> ranges) {
    Set<String> all = new HashSet<>();
    for (Rango range : ranges) {
      for (int nro = range.desde(); nro <= range.hasta(); nro++) {
        all.add(new Numero(range.tipo(), range.serie(), nro).texto());
      }
    }
    return all;
  }

  @Override
  public void close() {
    store.close();
  }
}
