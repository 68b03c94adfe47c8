package uy.pfacturas.cli.bitacora;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.cli.console.Messages;
import uy.pfacturas.cloud.contingencia.Bitacora;
import uy.pfacturas.cloud.contingencia.Tramo;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.print.Tabla;

/**
 * The stays of some days, to be taken out.
 *
 * @param instalacion whose they are
 * @param bitacora the whole journal
 * @param desde first day; empty for the first stay
 * @param hasta last day; empty for the last stay
 * @param clock today, in Uruguay's zone
 */
public record BitacoraReport(
    String instalacion,
    Bitacora bitacora,
    Optional<LocalDate> desde,
    Optional<LocalDate> hasta,
    Clock clock) {
  private static final String HEADINGS =
      "estadia;desde;hasta;causa;a_mano;termina_a_mano;momento;tipo;serie;documentos;primero;ultimo"
          + ";sha256";

  /** The stays that touch these days. */
  private List<Tramo> tramos() {
    ZoneId zone = clock.getZone();
    return bitacora.tramos().stream()
        .filter(
            t -> hasta.filter(day -> t.desde().atZone(zone).toLocalDate().isAfter(day)).isEmpty())
        .filter(
            t ->
                desde
                    .flatMap(
                        day ->
                            t.hasta().filter(end -> end.atZone(zone).toLocalDate().isBefore(day)))
                    .isEmpty())
        .toList();
  }

  private Stream<Renglon> rows() {
    return tramos().stream().flatMap(t -> Renglon.of(t).stream());
  }

  /**
   * One line for each type and series of a stay, separated by semicolons as spreadsheets of Uruguay
   * expect; every text in quotes.
   */
  public String csv() {
    return Stream.concat(Stream.of(HEADINGS), rows().map(this::line))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private String line(Renglon row) {
    return String.join(
        ";",
        Long.toString(row.tramo().n()),
        quoted(row.desde(clock.getZone())),
        quoted(row.hasta(clock.getZone())),
        quoted(row.tramo().causa()),
        yes(row.tramo().aMano()),
        yes(row.tramo().terminaAMano()),
        row.momento(),
        row.tipo(),
        quoted(row.serie()),
        row.documentos(),
        row.primero(),
        row.ultimo(),
        row.tramo().hash());
  }

  /** What a spreadsheet would take for a formula is none. */
  private static String quoted(String text) {
    String plain = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + plain.replace("\"", "\"\"") + '"';
  }

  private static String yes(boolean is) {
    return is ? "SI" : "NO";
  }

  /** The stays, and the whole chain of entries, so that anybody can verify it. */
  public String json() {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("instalacion", instalacion);
    node.put("integra", bitacora.rota().isEmpty());
    bitacora.rota().ifPresent(n -> node.put("rotaEn", n));
    node.set("tramos", Json.MAPPER.valueToTree(tramos()));
    node.set("anotaciones", Json.MAPPER.valueToTree(bitacora.anotaciones()));
    return node.toPrettyString() + "\n";
  }

  /** A PDF, A4. */
  public byte[] pdf(Messages messages) {
    return new Tabla(
            messages.get("bitacora.titulo", instalacion),
            instalacion,
            notes(messages),
            List.of(
                column(messages, "desde", 3, false),
                column(messages, "hasta", 3, false),
                column(messages, "causa", 6, false),
                column(messages, "a_mano", 1.5, false),
                column(messages, "tipo", 2, false),
                column(messages, "documentos", 2, true),
                column(messages, "primero", 2, true),
                column(messages, "ultimo", 2, true)),
            rows().map(row -> cells(messages, row)).toList(),
            messages.get("bitacora.pagina"),
            clock.instant().atZone(clock.getZone()))
        .pdf();
  }

  private static Tabla.Columna column(Messages messages, String key, double part, boolean right) {
    return new Tabla.Columna(messages.get("bitacora.columna." + key), part, right);
  }

  private List<String> cells(Messages messages, Renglon row) {
    String end = row.hasta(clock.getZone());
    return List.of(
        row.desde(clock.getZone()),
        end.isEmpty() ? messages.get("bitacora.dura") : end,
        row.momento().equals("antes") ? messages.get("bitacora.antes") : row.tramo().causa(),
        messages.get(row.tramo().aMano() ? "bitacora.si" : "bitacora.no"),
        (row.tipo() + " " + row.serie()).strip(),
        row.documentos(),
        row.primero(),
        row.ultimo());
  }

  private List<String> notes(Messages messages) {
    int entries = bitacora.anotaciones().size();
    String last = entries == 0 ? "-" : bitacora.anotaciones().get(entries - 1).hash();
    return List.of(
        messages.get(
            "bitacora.periodo",
            desde.map(LocalDate::toString).orElse("…"),
            hasta.map(LocalDate::toString).orElse("…"),
            tramos().size()),
        bitacora.rota().isEmpty()
            ? messages.get("bitacora.integra", entries, last)
            : messages.get("bitacora.rota", bitacora.rota().get()));
  }
}
