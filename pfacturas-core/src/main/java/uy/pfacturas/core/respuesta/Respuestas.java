package uy.pfacturas.core.respuesta;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.mensaje.Marco;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.TablaXml;

/** How all answers are written and read: strict in what they say, lax in how DGI dates them. */
final class Respuestas {
  /** The largest one, 250 documents with 30 reasons each, has less. */
  private static final int MAX_BYTES = 8 << 20;

  private Respuestas() {}

  /** The XML of an answer, whose table bears the name of its class. */
  static <T extends Record> MensajeXml<T> xml(
      Class<T> type, String raiz, Function<T, List<Fault>> rules) {
    String tabla = type.getSimpleName().toLowerCase(Locale.ROOT) + ".tsv";
    // DGI's own examples have no version.
    Marco marco = new Marco(raiz, List.of(raiz), false, MAX_BYTES);
    return new TablaXml<>(type, tabla, marco, forma -> node -> Horas.of(forma, node), rules);
  }
}
