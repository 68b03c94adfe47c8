package uy.pfacturas.cli.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.mailbox.StatusFileBuilder;
import uy.pfacturas.nube.client.ClientDesk.Shown;

@Timeout(60)
class ClientStationTest {
  @TempDir private Path mailbox;

  /** The document of the id is told again while the new file is not looked at yet. */
  @Test
  void put_knownIdToldAgainMeanwhile_isAnsweredAboutItsOwnFile() throws Exception {
    Path file = Files.createDirectory(mailbox.resolve("entrada")).resolve("W-1.txt");
    try (ClientStation station = new ClientStation(mailbox)) {
      station.works(id -> Optional.of(status(Estado.FIRMADO)), () -> {});

      CompletableFuture<Shown> answer =
          CompletableFuture.supplyAsync(() -> station.put("W-1", "[Pedido]".getBytes(UTF_8)));
      while (!Files.exists(file)) {
        Thread.onSpinWait();
      }
      station.listener().changed("W-1", status(Estado.ENTREGADO));
      station.listener().changed("W-1", status(Estado.RECHAZADO));
      Files.delete(file);

      assertThat(answer.get(30, TimeUnit.SECONDS).json()).contains("RECHAZADO");
    }
  }

  private static StatusFile status(Estado estado) {
    return StatusFileBuilder.builder()
        .estado(estado)
        .desde(OffsetDateTime.parse("2026-11-24T12:00:00-03:00"))
        .build();
  }
}
