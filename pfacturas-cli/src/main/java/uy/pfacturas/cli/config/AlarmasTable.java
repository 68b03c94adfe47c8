package uy.pfacturas.cli.config;

import java.util.Optional;
import uy.pfacturas.cloud.contingencia.AlarmasConfig;
import uy.pfacturas.cloud.contingencia.PlazoEntrega;

/** When people are told of what is not delivered and of numbers, in {@code [contingencia]}. */
final class AlarmasTable {
  private static final String FIN_DEL_DIA = "fin-del-dia";

  private AlarmasTable() {}

  static AlarmasConfig read(TomlTable table) {
    PlazoEntrega entrega =
        table.value("entrega", AlarmasTable::entrega).orElse(PlazoEntrega.FIN_DEL_DIA);
    Optional<Integer> reserva = table.value("reserva", AlarmasTable::reserva);
    return new AlarmasConfig(entrega, reserva);
  }

  private static PlazoEntrega entrega(String written) {
    return written.equals(FIN_DEL_DIA)
        ? PlazoEntrega.FIN_DEL_DIA
        : PlazoEntrega.of(Span.parse(written));
  }

  private static int reserva(String written) {
    int reserva = Integer.parseInt(written);
    return new AlarmasConfig(PlazoEntrega.FIN_DEL_DIA, Optional.of(reserva)).reserva(reserva);
  }
}
