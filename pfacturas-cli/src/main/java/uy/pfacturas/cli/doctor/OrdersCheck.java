package uy.pfacturas.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.wiring.Orders;
import uy.pfacturas.cli.wiring.Wiring;
import uy.pfacturas.cloud.CloudException;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.nube.NubeException;

/**
 * What the installation itself can tell: how the synchronizer does, whether the cloud answers, has
 * our clock and takes our key, and what is left of the CAEs.
 *
 * @param config the installation
 * @param wiring opens it where no {@code run} lives
 * @param clock today
 */
public record OrdersCheck(Config config, Wiring wiring, Clock clock) implements Check {
  private static final ObjectNode NOTHING = Json.MAPPER.createObjectNode();
  private static final long CLOCK_WARNING = 60;
  private static final long CLOCK_FAULT = 600;
  private static final long SOON_DAYS = 30;
  private static final double SCARCE = 0.2;
  private static final Duration LONG = Duration.ofHours(1);

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try (Orders orders = Orders.of(config, wiring)) {
      findings.add(orders.isRunning() ? Finding.ok("corre") : Finding.warning("no_corre"));
      station(orders.ask(Orders.ESTADO, NOTHING), findings);
      if (cloud(orders.ask(Orders.NUBE, NOTHING), findings)) {
        caes(orders.ask(Orders.CAE, NOTHING).path("cae"), findings);
      }
    } catch (CloudException | NubeException | CliException e) {
      findings.add(Finding.fault("instalacion", String.valueOf(e.getMessage())));
    }
    return findings;
  }

  private void station(JsonNode status, List<Finding> findings) {
    for (String trouble : new String[] {"pausa", "segundaCopia", "ultimoError"}) {
      if (status.has(trouble)) {
        findings.add(Finding.warning("estacion." + trouble, status.path(trouble).asText()));
      }
    }
    if (status.has("masViejoDesde")) {
      Instant since = Instant.parse(status.path("masViejoDesde").asText());
      if (Duration.between(since, clock.instant()).compareTo(LONG) > 0) {
        findings.add(Finding.warning("estacion.viejo", status.path("masViejo").asText(), since));
      }
    }
    status
        .path("avisos")
        .forEach(aviso -> findings.add(Finding.warning("estacion.aviso", aviso.asText())));
  }

  /** Whether it makes sense to ask more of it. */
  private static boolean cloud(JsonNode nube, List<Finding> findings) {
    if (!nube.path("responde").asBoolean()) {
      findings.add(Finding.fault("nube.calla", nube.path("motivo").asText()));
      return false;
    }
    findings.add(Finding.ok("nube", nube.path("version").asText()));
    if (!nube.path("mismoAmbiente").asBoolean()) {
      findings.add(Finding.fault("nube.ambiente", nube.path("ambiente").asText()));
    }
    long ahead = Math.abs(nube.path("adelantoSegundos").asLong());
    if (ahead > CLOCK_WARNING) {
      findings.add(
          ahead > CLOCK_FAULT ? Finding.fault("reloj", ahead) : Finding.warning("reloj", ahead));
    } else {
      findings.add(Finding.ok("reloj_bien", ahead));
    }
    boolean isTaken = nube.path("aceptaClave").asBoolean();
    findings.add(
        isTaken
            ? Finding.ok("nube.empresa")
            : Finding.fault("nube.clave", nube.path("motivo").asText()));
    return isTaken;
  }

  private void caes(JsonNode caes, List<Finding> findings) {
    if (caes.isEmpty()) {
      findings.add(Finding.fault("cae.ninguna"));
    }
    for (JsonNode entry : caes) {
      JsonNode cae = entry.path("cae");
      String name = cae.path("tipo").asText() + " " + cae.path("serie").asText();
      long size = cae.path("hasta").asLong() - cae.path("desde").asLong() + 1;
      long left = entry.path("quedan").asLong();
      long days =
          ChronoUnit.DAYS.between(
              LocalDate.now(clock), LocalDate.parse(cae.path("vence").asText()));
      if (entry.path("vencido").asBoolean() || left == 0) {
        findings.add(Finding.warning("cae.terminada", name, left, days));
      } else if (left < size * SCARCE || days < SOON_DAYS) {
        findings.add(Finding.warning("cae.poca", name, left, days));
      } else {
        findings.add(Finding.ok("cae", name, left, days));
      }
    }
  }
}
