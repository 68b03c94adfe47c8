package uy.pfacturas.core.formato;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Manual.Clave;
import uy.pfacturas.core.formato.Manual.Seccion;

/** The page of {@code docs/formato} about one family: its keys, and an example of each type. */
final class FormatoPage {
  private static final Map<String, String> PRESENCIA =
      Map.of("obligatoria", "sí", "segun", "según", "opcional", "opcional", "completa", "completa");

  private final Formato formato;
  private final FormatoText text;
  private final List<TipoCfe> types;
  private final TipoCfe original;

  FormatoPage(Formato formato, Familia familia) {
    this.formato = formato;
    this.text = new FormatoText(formato, Locale.forLanguageTag("es"));
    this.types = Arrays.stream(TipoCfe.values()).filter(t -> t.familia() == familia).toList();
    this.original = types.get(0);
  }

  /** Name of the page's file, after the first type of the family. */
  String fileName() {
    String ascii = Normalizer.normalize(original.nombre(), Normalizer.Form.NFD);
    return ascii.replaceAll("\\p{M}", "").replace(' ', '-').toLowerCase(Locale.ROOT) + ".md";
  }

  /** The rows of the index: code, name and page of each type. */
  Stream<String> index() {
    return types.stream()
        .map(t -> "| %d | [%s](%s) |".formatted(t.codigo(), t.nombre(), fileName()));
  }

  String markdown() {
    StringBuilder out = new StringBuilder("# ").append(original.nombre());
    out.append("\n\nTipos ").append(codes()).append(". Hasta ");
    out.append(original.familia().maxLineas()).append(" líneas de detalle.");
    if (types.stream().anyMatch(TipoCfe::isNota)) {
      out.append(" «Nota» es la presencia en las notas de crédito y de débito.");
    }
    manual(original).secciones().forEach(s -> section(s, out));
    return out.append(examples()).toString();
  }

  private String codes() {
    return types.stream().map(t -> Integer.toString(t.codigo())).collect(Collectors.joining(", "));
  }

  private Manual manual(TipoCfe tipo) {
    return Manual.of(formato, tipo, "");
  }

  private void section(Seccion seccion, StringBuilder out) {
    out.append("\n\n## [").append(seccion.seccion()).append("]\n\n").append(seccion.significado());
    if (seccion.veces() > 1) {
      out.append(" (hasta ").append(seccion.veces()).append(" veces)");
    }
    if (seccion.claves().isEmpty()) {
      return;
    }
    Optional<Map<String, Clave>> nota = nota(seccion);
    out.append("\n\n| Clave | Presencia | ").append(nota.isPresent() ? "Nota | " : "");
    out.append("Tipo y largo | Campo de DGI | Significado |\n|---|---|---|---|---|");
    out.append(nota.isPresent() ? "---|" : "");
    for (Clave c : seccion.claves()) {
      out.append("\n| `").append(c.clave()).append("` | ").append(presencia(Optional.of(c)));
      nota.ifPresent(
          n -> out.append(" | ").append(presencia(Optional.ofNullable(n.get(c.clave())))));
      String meaning = c.significado() + (c.valores().isEmpty() ? "" : " [" + c.valores() + "]");
      out.append(" | ").append(c.tamano()).append(" | ").append(c.campo()).append(" | ");
      out.append(meaning.replace("|", "\\|")).append(" |");
    }
  }

  /** The keys of this section in the family's notes, if it has notes. */
  private Optional<Map<String, Clave>> nota(Seccion seccion) {
    return types.stream()
        .filter(TipoCfe::isNota)
        .findFirst()
        .map(
            t ->
                manual(t).secciones().stream()
                    .filter(s -> s.seccion().equals(seccion.seccion()))
                    .flatMap(s -> s.claves().stream())
                    .collect(Collectors.toMap(Clave::clave, c -> c, (a, b) -> a, TreeMap::new)));
  }

  private static String presencia(Optional<Clave> clave) {
    return clave.map(c -> PRESENCIA.getOrDefault(c.presencia(), "")).orElse("no va");
  }

  /** One of each type, and of the paper ones the first: the others are like it. */
  private String examples() {
    StringBuilder out = new StringBuilder("\n\n## Ejemplos\n");
    TipoCfe paper = types.stream().filter(TipoCfe::isContingencia).findFirst().orElseThrow();
    types.stream()
        .filter(t -> !t.isContingencia() || t == paper)
        .forEach(
            t -> {
              out.append("\n### ").append(t.codigo()).append(' ').append(t.nombre());
              out.append("\n\n```\n").append(text.ejemplo(t)).append("```\n");
            });
    return out.toString();
  }
}
