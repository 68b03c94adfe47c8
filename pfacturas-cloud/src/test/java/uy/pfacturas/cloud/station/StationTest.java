package uy.pfacturas.cloud.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.cloud.store.SqliteMedium;
import uy.pfacturas.cloud.store.StoreException;
import uy.pfacturas.cloud.testing.CrashDisk;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.testing.Documents;

class StationTest {
  private static final Motivo WHY = new Motivo("X", "m", "q");
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-24T12:00:00-03:00");

  @TempDir Path folder;
  private final Clock clock = Documents.clock();
  private final CrashDisk disk = new CrashDisk();
  private DocumentStore store = DocumentStore.direct(disk, SecondCopy.NONE);
  private Station station = new Station(store, clock);
  private Numbers numbers = new Numbers(store, clock);

  @BeforeEach
  void open() {
    opening(Ambiente.DEMO).check(store, 0, "vida", clock);
    assertThat(numbers.ver(1)).isEqualTo(Epoca.ACTUAL);
  }

  private static Opening opening(Ambiente ambiente) {
    return new Opening(ambiente, "CAJA", Documents.RUC);
  }

  private void lease(int desde, int hasta, LocalDate vence) {
    Bloques.Pedida asked = numbers.pedir(TipoCfe.E_TICKET, hasta - desde + 1);
    assertThat(numbers.abrir(TipoCfe.E_TICKET, block(asked.solicitud(), desde, hasta, vence)))
        .isTrue();
  }

  private static Bloque block(String solicitud, int desde, int hasta, LocalDate vence) {
    return new Bloque(
        1,
        solicitud,
        new Rango(TipoCfe.E_TICKET, "A", desde, hasta),
        new Cae(
            90_260_000_001L,
            TipoCfe.E_TICKET,
            "A",
            1,
            9_999_999,
            vence,
            Optional.empty(),
            Optional.empty()));
  }

  private static Documento nuevo(String id) {
    return DocumentoBuilder.builder()
        .id(id)
        .buzon("")
        .idErp(id)
        .base(id)
        .archivo(id + ".txt")
        .tipo(TipoCfe.E_TICKET)
        .huella("h")
        .situacion(Situacion.RECIBIDO)
        .desde(Instant.EPOCH)
        .build();
  }

  private static Contenido contenido(String xml) {
    return new Contenido(
        xml,
        Optional.empty(),
        new PrintData(
            Ambiente.DEMO,
            "Res. 1/2026",
            "www.example.com",
            Regimen.GENERAL,
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private Numero taken(String id) {
    Toma toma = station.tomar(nuevo(id), contenido("<CFE/>"));
    assertThat(toma).isInstanceOf(Toma.Numerado.class);
    return ((Toma.Numerado) toma).documento().numero().orElseThrow();
  }

  @Test
  void tomar_sameIdTwice_keepsItsNumber() {
    lease(1, 5, LocalDate.MAX);
    Numero first = taken("A");
    assertThat(station.tomar(nuevo("A"), contenido("<CFE/>"))).isInstanceOf(Toma.Ocupado.class);
    assertThat(station.find("A").orElseThrow().numero()).contains(first);
    assertThat(taken("B").nro()).isEqualTo(first.nro() + 1);
  }

  @Test
  void tomar_noBlock_waitsAndIsCounted() {
    assertThat(station.tomar(nuevo("A"), contenido("x"))).isInstanceOf(Toma.SinNumero.class);
    assertThat(station.cuentas()).containsEntry(Estado.RECIBIDO, 1L);
  }

  @Test
  void recibir_takenOverAndRefused_staysTakenOver() {
    lease(1, 1, LocalDate.of(2030, 1, 1));
    station.tomas().permitir("A");
    station.cerrar("A", taken("A"), Situacion.RECHAZADO, WHY);
    assertThat(station.recibir(nuevo("A")).isTakenOver()).isTrue();
    assertThat(station.tomar(nuevo("A"), contenido("x"))).isInstanceOf(Toma.SinNumero.class);
    lease(2, 2, LocalDate.of(2030, 1, 1));

    taken("A");

    assertThat(station.find("A").orElseThrow().toma()).contains(1L);
  }

  @Test
  void tomar_caeExpired_closesTheBlockAndStatesItsRest() {
    lease(1, 3, LocalDate.of(2026, 11, 23));
    assertThat(station.tomar(nuevo("A"), contenido("x"))).isInstanceOf(Toma.SinNumero.class);
    assertThat(numbers.sinUso()).containsExactly(new Rango(TipoCfe.E_TICKET, "A", 1, 3));
  }

  @Test
  void firmar_afterWithdrawal_isDropped() {
    lease(1, 3, LocalDate.MAX);
    Numero n = taken("A");
    assertThat(station.retirar("A")).isInstanceOf(Retiro.Retirado.class);
    assertThat(station.firmar("A", n, "h", NOON, contenido("<signed/>"))).isEmpty();
    assertThat(numbers.sinUso()).containsExactly(new Rango(TipoCfe.E_TICKET, "A", 1, 1));
  }

  @Test
  void firmar_otherNumber_isDropped() {
    lease(1, 3, LocalDate.MAX);
    Numero n = taken("A");
    Numero other = new Numero(n.tipo(), n.serie(), n.nro() + 1);
    assertThat(station.firmar("A", other, "h", NOON, contenido("<signed/>"))).isEmpty();
    assertThat(station.cerrar("A", other, Situacion.RECHAZADO, WHY)).isEmpty();
  }

  @Test
  void signed_nothingLeadsBack() {
    lease(1, 3, LocalDate.MAX);
    Numero n = taken("A");
    assertThat(station.firmar("A", n, "h", NOON, contenido("<signed/>"))).isPresent();
    assertThat(station.firmar("A", n, "h2", NOON, contenido("<other/>"))).isEmpty();
    assertThat(station.cerrar("A", n, Situacion.RECHAZADO, WHY)).isEmpty();
    assertThat(station.retirar("A")).isInstanceOf(Retiro.NoRetirado.class);
    assertThat(station.entregado("A", n, "h2", 1, 1)).isEmpty();
    assertThat(station.findContenido("A").orElseThrow().xml()).isEqualTo("<signed/>");
    assertThat(numbers.sinUso()).isEmpty();
  }

  @Test
  void cerrar_refused_newNumberForTheCorrectedFile() {
    lease(1, 3, LocalDate.MAX);
    Numero n = taken("A");
    assertThat(station.cerrar("A", n, Situacion.RECHAZADO, WHY)).isPresent();
    assertThat(taken("A").nro()).isEqualTo(2);
    assertThat(station.find("A").orElseThrow().secuencia()).isEqualTo(1);
  }

  @Test
  void vigentes_blockOfAnEndedCae_isClosedAndItsRestStated() {
    lease(1, 3, LocalDate.now(clock).minusDays(1));
    lease(4, 6, LocalDate.now(clock).plusDays(300));

    assertThat(numbers.vigentes()).containsOnlyKeys(TipoCfe.E_TICKET);
    assertThat(numbers.bloques(TipoCfe.E_TICKET).quedan()).isEqualTo(3);
    assertThat(numbers.sinUso()).containsExactly(new Rango(TipoCfe.E_TICKET, "A", 1, 3));
  }

  @Test
  void renumerar_expired_takesANewNumberAndStatesTheOld() {
    lease(1, 3, LocalDate.MAX);
    Numero n = taken("A");
    assertThat(station.renumerar("A", n).orElseThrow().numero().orElseThrow().nro()).isEqualTo(2);
    assertThat(numbers.sinUso()).containsExactly(new Rango(TipoCfe.E_TICKET, "A", 1, 1));
    assertThat(station.renumerar("A", n)).isEmpty();
  }

  @Test
  void abrir_lateCopyOfTheAnswer_doesNotReopen() {
    Bloques.Pedida asked = numbers.pedir(TipoCfe.E_TICKET, 2);
    assertThat(numbers.pedir(TipoCfe.E_TICKET, 9)).isEqualTo(asked);
    Bloque block = block(asked.solicitud(), 1, 2, LocalDate.MAX);
    assertThat(numbers.abrir(TipoCfe.E_TICKET, block)).isTrue();
    assertThat(numbers.abrir(TipoCfe.E_TICKET, block)).isFalse();
    assertThat(numbers.bloques(TipoCfe.E_TICKET).quedan()).isEqualTo(2);
    assertThat(numbers.pedir(TipoCfe.E_TICKET, 2).solicitud()).isNotEqualTo(asked.solicitud());
  }

  @Test
  void ver_higherEpoch_statesAllUnusedAgain() {
    assertThat(numbers.ver(1)).isEqualTo(Epoca.ACTUAL);
    lease(1, 3, LocalDate.MAX);
    assertThat(station.cerrar("A", taken("A"), Situacion.RECHAZADO, WHY)).isPresent();
    assertThat(numbers.acusado(numbers.sinUso(), 1)).isTrue();
    assertThat(numbers.sinUso()).isEmpty();
    assertThat(numbers.ver(0)).isEqualTo(Epoca.ANTERIOR);
    assertThat(numbers.ver(2)).isEqualTo(Epoca.NUEVA);
    assertThat(numbers.sinUso()).hasSize(1);
  }

  @Test
  void terminar_answeredDocuments_needNoLook() {
    lease(1, 3, LocalDate.MAX);
    Numero n = taken("A");
    assertThat(station.abiertos(0, 100)).hasSize(1);
    assertThat(station.firmar("A", n, "h", NOON, contenido("<signed/>"))).isPresent();
    station.terminar(List.of("A"));
    assertThat(station.abiertos(0, 100)).hasSize(1);
    assertThat(station.entregado("A", n, "h", 1, 1)).isPresent();
    station.terminar(List.of("A"));
    assertThat(station.abiertos(0, 100)).isEmpty();
  }

  @Test
  void check_otherAmbiente_isRefused() {
    assertThatThrownBy(() -> opening(Ambiente.PRUEBA).check(store, 0, "v", clock))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("ambiente demo");
  }

  @Test
  void check_olderThanItsCopy_isRefused() {
    assertThatThrownBy(() -> opening(Ambiente.DEMO).check(store, 99, "v", clock))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("más viejo que la segunda copia");
  }

  @Test
  void station_realFile_thousandDocuments() {
    onRealFile(1_000);
  }

  /** A hundred thousand documents: nothing is read through at the start, nothing kept in memory. */
  @Test
  @Tag("soak")
  void station_realFile_hundredThousandDocuments() {
    onRealFile(100_000);
  }

  private void onRealFile(int documents) {
    store = DocumentStore.open(SqliteMedium.open(folder.resolve("almacen.db")), SecondCopy.NONE);
    station = new Station(store, clock);
    numbers = new Numbers(store, clock);
    opening(Ambiente.DEMO).check(store, 0, "vida", clock);
    assertThat(numbers.ver(1)).isEqualTo(Epoca.ACTUAL);
    lease(1, documents, LocalDate.MAX);
    List<String> done = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      int first = t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = first; i < documents; i += 8) {
                  finish("CAJA/FACT-" + i);
                }
              });
      threads.add(thread);
      thread.start();
    }
    threads.forEach(StationTest::join);
    store.close();
    store = DocumentStore.open(SqliteMedium.open(folder.resolve("almacen.db")), SecondCopy.NONE);
    opening(Ambiente.DEMO).check(store, 0, "vida", clock);
    station = new Station(store, clock);
    assertThat(station.abiertos(0, 100)).isEmpty();
    assertThat(station.cuentas()).isEqualTo(Map.of(Estado.ENTREGADO, (long) documents));
    String last = "";
    for (List<Documento> page = station.scan(last, 500);
        !page.isEmpty();
        page = station.scan(last, 500)) {
      page.forEach(doc -> done.add(doc.numero().orElseThrow().texto()));
      last = page.get(page.size() - 1).id();
    }
    assertThat(done).hasSize(documents).doesNotHaveDuplicates();
    store.close();
  }

  private void finish(String id) {
    Numero n = taken(id);
    assertThat(station.firmar(id, n, "hash", NOON, contenido("<CFE>" + id.repeat(200) + "</CFE>")))
        .isPresent();
    assertThat(station.entregado(id, n, "hash", 1, 1)).isPresent();
    station.terminar(List.of(id));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
