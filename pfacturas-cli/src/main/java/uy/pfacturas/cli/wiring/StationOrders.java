package uy.pfacturas.cli.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.ConfigStamp;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cloud.EstadoContingencia;
import uy.pfacturas.cloud.Selection;
import uy.pfacturas.cloud.Synchronizer;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.control.ControlException;
import uy.pfacturas.cloud.control.ControlHandler;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.station.Suelto;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.print.PrintOutcome;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.rut.Rut;

/** Does what commands ask of an installation, in this process or through its control port. */
final class StationOrders implements ControlHandler {
  private final Synchronizer synchronizer;
  private final NubeClient nube;
  private final CloudLink link;
  private final Ambiente ambiente;
  private final ConfigStamp config;
  private final Function<Instant, Optional<String>> notice;
  private final Clock clock;

  /**
   * @param notice what people are told of the station's own key at a moment
   */
  StationOrders(
      Synchronizer synchronizer,
      NubeClient nube,
      CloudLink link,
      Config config,
      Function<Instant, Optional<String>> notice,
      Clock clock) {
    this.synchronizer = synchronizer;
    this.nube = nube;
    this.link = link;
    this.ambiente = config.ambiente();
    this.config = ConfigStamp.of(config.file());
    this.notice = notice;
    this.clock = clock;
  }

  @Override
  public JsonNode handle(String orden, JsonNode args, Consumer<JsonNode> avance) {
    return switch (orden) {
      case Orders.ESTADO -> state(args);
      case Orders.REPLAY -> replay(args);
      case Orders.IMPRIMIR -> print(args.path("id").asText());
      case Orders.RUT -> RutAnswer.json(synchronizer.rut(args.path("rut").asText()));
      case Orders.RUT_TEXTO -> rut(args, avance);
      case Orders.CAE -> link.list();
      case Orders.CAE_IMPORTAR -> link.add(args.path("archivo").asText());
      case Orders.CONTINGENCIA -> contingency(args);
      case Orders.BITACORA -> Json.MAPPER.valueToTree(synchronizer.contingencyJournal());
      case Orders.NUBE -> cloud();
      default -> throw new ControlException("CLI-ORDEN", orden);
    };
  }

  private JsonNode rut(JsonNode args, Consumer<JsonNode> avance) {
    String file = args.path("config").asText();
    if (!config.isStill(Path.of(file))) {
      throw new ControlException(Orders.OTRA_CONFIGURACION, file);
    }
    Rut rut = new Rut(args.path("rut").asText());
    RutReport report = new RutReport(rut, RutAnswer.json(synchronizer.rut(rut.digitos())));
    Messages messages = Messages.of(Locale.forLanguageTag(args.path("idioma").asText()));
    report.lines(messages).forEach(line -> avance.accept(TextNode.valueOf(line)));
    return IntNode.valueOf(report.exit().code());
  }

  private JsonNode contingency(JsonNode args) {
    String accion = args.path("accion").asText();
    boolean isImpeded =
        accion.equals("entrar") && !synchronizer.enterContingency(args.path("motivo").asText());
    if (accion.equals("salir")) {
      synchronizer.leaveContingency();
    }
    EstadoContingencia now = synchronizer.status().contingencia();
    if (isImpeded) {
      throw new ControlException(Orders.CONTINGENCIA_IMPEDIDA, now.impedimento().orElse(""));
    }
    return Json.MAPPER.valueToTree(now);
  }

  private JsonNode state(JsonNode args) {
    if (!args.has("id")) {
      ObjectNode status = Json.MAPPER.valueToTree(synchronizer.status());
      notice.apply(clock.instant()).ifPresent(status.withArray("avisos")::add);
      return status;
    }
    String id = args.path("id").asText();
    String status =
        synchronizer
            .find(id)
            .map(StatusFile::json)
            .or(() -> synchronizer.findAnswer(id))
            .orElseThrow(() -> new ControlException(Orders.NO_EXISTE, id));
    try {
      return Json.MAPPER.readTree(status);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a status file is JSON", e);
    }
  }

  private StatusFile status(String id) {
    return synchronizer.find(id).orElseThrow(() -> new ControlException(Orders.NO_EXISTE, id));
  }

  private JsonNode replay(JsonNode args) {
    if (args.has("tomar")) {
      return Json.MAPPER.valueToTree(
          synchronizer.take(args.path("tomar").asText(), args.path("simulacro").asBoolean()));
    }
    if (args.has("soltar")) {
      Optional<Suelto.Papel> papel =
          Optional.ofNullable(args.get("numero"))
              .flatMap(n -> Numero.parse(n.asText()))
              .map(n -> new Suelto.Papel(n, args.path("hash").asText()));
      return Json.MAPPER.valueToTree(
          synchronizer.release(
              args.path("soltar").asText(), new Suelto(papel), args.path("simulacro").asBoolean()));
    }
    Set<Estado> estados = EnumSet.noneOf(Estado.class);
    args.path("estados").forEach(e -> estados.add(Estado.valueOf(e.asText())));
    Selection selection =
        new Selection(text(args, "id"), day(args, "desde"), day(args, "hasta"), estados);
    return Json.MAPPER.valueToTree(
        synchronizer.replay(selection, args.path("simulacro").asBoolean()));
  }

  private static Optional<String> text(JsonNode args, String key) {
    return Optional.ofNullable(args.get(key)).map(JsonNode::asText);
  }

  private static Optional<LocalDate> day(JsonNode args, String key) {
    return text(args, key).map(LocalDate::parse);
  }

  private JsonNode print(String id) {
    StatusFile status = status(id);
    ObjectNode answer = Json.MAPPER.createObjectNode();
    PrintOutcome outcome =
        synchronizer
            .print(id)
            .orElseThrow(() -> new ControlException(Orders.NO_FIRMADO, status.estado().name()));
    if (outcome instanceof PrintOutcome.NotPrinted not) {
      answer.put("impreso", false).put("motivo", not.reason());
    } else if (outcome instanceof PrintOutcome.Unknown unknown) {
      answer.put("impreso", false).put("motivo", unknown.reason());
    } else {
      answer.put("impreso", true);
    }
    answer.put("pdf", status.pdf().orElse(""));
    return answer;
  }

  /** Whether the cloud answers, is of our world, has our clock and takes our key. */
  private JsonNode cloud() {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    Answer<Salud> salud = nube.salud();
    salud
        .value()
        .ifPresent(
            s -> {
              Duration ahead = Duration.between(clock.instant(), s.hora());
              answer.put("responde", true).put("version", s.version());
              answer.put("mismoAmbiente", s.ambiente() == ambiente);
              answer.put("ambiente", s.ambiente().palabra());
              answer.put("adelantoSegundos", ahead.toSeconds());
            });
    if (salud.value().isEmpty()) {
      return answer.put("responde", false).put("motivo", reason(salud));
    }
    Answer<?> empresa = nube.empresa();
    return answer
        .put("aceptaClave", empresa.value().isPresent())
        .put("motivo", empresa.value().isPresent() ? "" : reason(empresa));
  }

  private static String reason(Answer<?> answer) {
    return answer.<String>match(
        done -> "",
        refused -> refused.rechazo().mensaje() + " " + refused.rechazo().queHacer(),
        Answer.NotServed::reason);
  }
}
