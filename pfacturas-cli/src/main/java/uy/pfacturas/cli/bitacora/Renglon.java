package uy.pfacturas.cli.bitacora;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uy.pfacturas.cloud.contingencia.Firmados;
import uy.pfacturas.cloud.contingencia.Tramo;

/**
 * A row of the report: a stay and what it signed of one type and series.
 *
 * @param tramo the stay
 * @param momento {@code antes} for documents that were signed one by one before it, {@code en} for
 *     those of the stay itself
 * @param firmados none where the stay signed nothing
 */
record Renglon(Tramo tramo, String momento, List<Firmados> firmados) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  static List<Renglon> of(Tramo tramo) {
    List<Renglon> rows = new ArrayList<>();
    tramo.antes().forEach(f -> rows.add(new Renglon(tramo, "antes", List.of(f))));
    tramo.firmados().forEach(f -> rows.add(new Renglon(tramo, "en", List.of(f))));
    if (tramo.firmados().isEmpty()) {
      rows.add(new Renglon(tramo, "en", List.of()));
    }
    return rows;
  }

  String desde(ZoneId zona) {
    return TIME.format(tramo.desde().atZone(zona));
  }

  /** Empty while the stay lasts. */
  String hasta(ZoneId zona) {
    return tramo.hasta().map(at -> TIME.format(at.atZone(zona))).orElse("");
  }

  String tipo() {
    return firmados.stream().map(f -> Integer.toString(f.tipo().codigo())).findFirst().orElse("");
  }

  String serie() {
    return firmados.stream().map(Firmados::serie).findFirst().orElse("");
  }

  String documentos() {
    return Integer.toString(firmados.stream().mapToInt(Firmados::cantidad).sum());
  }

  String primero() {
    return firmados.stream().map(f -> Integer.toString(f.primero())).findFirst().orElse("");
  }

  String ultimo() {
    return firmados.stream().map(f -> Integer.toString(f.ultimo())).findFirst().orElse("");
  }
}
