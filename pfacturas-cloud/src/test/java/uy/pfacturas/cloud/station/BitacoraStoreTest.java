package uy.pfacturas.cloud.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.cloud.contingencia.Cambio;
import uy.pfacturas.cloud.contingencia.Firmados;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SqliteMedium;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.testing.Documents;

class BitacoraStoreTest {
  private static final Instant NOON = Instant.parse("2026-11-24T15:00:00Z");

  @TempDir Path folder;
  private final Clock clock = Documents.clock();
  private final List<String> copied = new ArrayList<>();

  private DocumentStore open() {
    DocumentStore store =
        DocumentStore.direct(
            SqliteMedium.open(folder.resolve("almacen.db")),
            (entries, done) -> {
              entries.forEach(e -> copied.add(new String(e, StandardCharsets.UTF_8)));
              done.run();
            });
    new Opening(Ambiente.DEMO, "CAJA", Documents.RUC).check(store, 0, "vida", clock);
    return store;
  }

  private void sign(DocumentStore store, int nro) {
    boolean done =
        store
            .commit(
                draft -> {
                  new Book(draft, clock.instant())
                      .signedHere(new Numero(TipoCfe.E_TICKET, "A", nro));
                  return true;
                })
            .join();
    assertThat(done).isTrue();
  }

  @Test
  void write_entriesAndDocuments_outliveTheProgramAndAreCopied() {
    try (DocumentStore store = open()) {
      assertThat(new BitacoraStore(store, clock).read().tramos()).isEmpty();
      new BitacoraStore(store, clock).write(new Cambio.Entra(NOON, "no contesta", false));
      sign(store, 5);
    }
    try (DocumentStore store = open()) {
      BitacoraStore journal = new BitacoraStore(store, clock);
      assertThat(journal.read().abierta()).isPresent();
      assertThat(journal.read().tramos().get(0).cantidad()).isEqualTo(1);
      sign(store, 6);
      String hash = journal.write(new Cambio.Sale(NOON.plusSeconds(9), false)).hash();
      Bitacora read = journal.read();
      assertThat(read.rota()).isEmpty();
      assertThat(read.abierta()).isEmpty();
      assertThat(read.tramos().get(0).firmados())
          .containsExactly(new Firmados(TipoCfe.E_TICKET, "A", 2, 5, 6));
      assertThat(copied).anyMatch(e -> e.contains("\"bitacora\"") && e.contains(hash));
    }
  }
}
