package uy.pfacturas.core.respuesta;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Tipo;
import uy.pfacturas.core.tree.Node;

/**
 * Days and times as DGI's answers have them: times without offset, which are Uruguay's, and days
 * with a time.
 *
 * @see "DGI, Servicios web externos 1.1, anexo: answers to EFACRECEPCIONSOBRE and
 *     EFACCONSULTARESTADOENVIO"
 */
final class Horas {
  private static final ZoneId URUGUAY = ZoneId.of("America/Montevideo");
  private static final int DAY = 10;

  private Horas() {}

  /** The same tree, its days without time, its times with offset. */
  static Node of(Forma forma, Node node) {
    Node strict = Node.leaf(node.name(), node.key(), node.value(), node.text());
    for (Node child : node.children()) {
      Optional<Campo> campo = forma.hijos().find(child.name());
      Optional<Forma> group = campo.flatMap(forma::find).flatMap(Forma.Parte::forma);
      strict.add(
          group
              .map(f -> of(f, child))
              .orElseGet(() -> campo.map(c -> field(c, child)).orElse(child)));
    }
    return strict;
  }

  private static Node field(Campo campo, Node node) {
    String text = node.text().strip();
    Optional<LocalDateTime> local = local(text);
    if (local.isEmpty()) {
      return node;
    } else if (campo.tipo() == Tipo.FECHA) {
      return Node.leaf(node.name(), node.key(), node.value(), text.substring(0, DAY));
    } else if (campo.tipo() == Tipo.FECHAHORA) {
      String instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.get().atZone(URUGUAY));
      return Node.leaf(node.name(), node.key(), node.value(), instant);
    }
    return node;
  }

  private static Optional<LocalDateTime> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
