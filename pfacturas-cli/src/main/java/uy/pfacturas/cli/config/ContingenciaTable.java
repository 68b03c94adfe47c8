package uy.pfacturas.cli.config;

import java.time.Duration;
import uy.pfacturas.cloud.contingencia.ContingenciaConfig;

/** How much patience there is with the cloud, table {@code [contingencia]}. */
final class ContingenciaTable {
  private static final ContingenciaConfig USUAL = ContingenciaConfig.DEFAULT;

  private ContingenciaTable() {}

  static ContingenciaConfig read(TomlTable table) {
    Duration plazo = table.value("plazo", ContingenciaTable::plazo).orElse(USUAL.plazoNube());
    int fallas = table.value("fallas", ContingenciaTable::fallas).orElse(USUAL.fallas());
    int porcentaje =
        table.value("porcentaje", ContingenciaTable::porcentaje).orElse(USUAL.porcentaje());
    Duration sana = table.value("sana", ContingenciaTable::sana).orElse(USUAL.sana());
    return new ContingenciaConfig(plazo, fallas, porcentaje, sana);
  }

  // Each value by itself, so that a problem names its key.

  private static Duration plazo(String written) {
    Duration plazo = Span.parse(written);
    return new ContingenciaConfig(plazo, USUAL.fallas(), USUAL.porcentaje(), USUAL.sana())
        .plazoNube();
  }

  private static int fallas(String written) {
    int fallas = Integer.parseInt(written);
    return new ContingenciaConfig(USUAL.plazoNube(), fallas, USUAL.porcentaje(), USUAL.sana())
        .fallas();
  }

  private static int porcentaje(String written) {
    int porcentaje = Integer.parseInt(written);
    return new ContingenciaConfig(USUAL.plazoNube(), USUAL.fallas(), porcentaje, USUAL.sana())
        .porcentaje();
  }

  private static Duration sana(String written) {
    Duration sana = Span.parse(written);
    return new ContingenciaConfig(USUAL.plazoNube(), USUAL.fallas(), USUAL.porcentaje(), sana)
        .sana();
  }
}
