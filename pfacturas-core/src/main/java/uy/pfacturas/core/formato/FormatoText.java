package uy.pfacturas.core.formato;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Manual.Clave;
import uy.pfacturas.core.formato.Manual.Seccion;
import uy.pfacturas.core.json.Json;

/**
 * The manual of the ERP's author for one type of document: the keys that a file may hold, their
 * meaning, when they must be there, their length, and an example that validates.
 */
public final class FormatoText {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Formato formato;
  private final Locale locale;
  private final ResourceBundle words;

  /** A manual of this format; headings in English where the locale is English, else Spanish. */
  public FormatoText(Formato formato, Locale locale) {
    this.formato = formato;
    this.locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("es");
    this.words =
        ResourceBundle.getBundle(
            FormatoText.class.getPackageName() + ".manual", this.locale, NO_FALLBACK);
  }

  /** As plain text for a terminal, one line per key. */
  public String text(TipoCfe tipo) {
    Manual manual = manual(tipo);
    StringBuilder out = new StringBuilder(title(tipo)).append("\n\n").append(word("leyenda"));
    for (Seccion seccion : manual.secciones()) {
      out.append("\n\n[").append(seccion.seccion()).append("] ").append(head(seccion));
      out.append(lines(seccion, this::line));
    }
    return out + "\n\n" + word("ejemplo") + "\n\n" + manual.ejemplo();
  }

  private String line(Clave c) {
    return String.format(
        Locale.ROOT,
        "  %-28s %-11s %-11s %-7s %s",
        c.clave(),
        word(c.presencia()),
        c.tamano(),
        c.campo(),
        c.significado() + values(c));
  }

  /** As JSON, for programs. */
  public String json(TipoCfe tipo) {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manual(tipo));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Markdown, for the documentation. */
  public String markdown(TipoCfe tipo) {
    Manual manual = manual(tipo);
    StringBuilder out =
        new StringBuilder("# ").append(title(tipo)).append("\n\n").append(word("leyenda"));
    for (Seccion seccion : manual.secciones()) {
      out.append("\n\n## [").append(seccion.seccion()).append("]\n\n").append(head(seccion));
      if (!seccion.claves().isEmpty()) {
        out.append("\n\n").append(word("columnas")).append("\n|---|---|---|---|---|");
      }
      out.append(lines(seccion, this::row));
    }
    return out + "\n\n## " + word("ejemplo") + "\n\n```\n" + manual.ejemplo() + "```\n";
  }

  private String row(Clave c) {
    String meaning = (c.significado() + values(c)).replace("|", "\\|");
    return String.join(
            " | ", "| `" + c.clave() + "`", word(c.presencia()), c.tamano(), c.campo(), meaning)
        + " |";
  }

  /** Only the example: a file in the text syntax that validates. */
  public String ejemplo(TipoCfe tipo) {
    return example(tipo);
  }

  private Manual manual(TipoCfe tipo) {
    String ejemplo = example(tipo);
    return Manual.of(formato, tipo, ejemplo);
  }

  private static String example(TipoCfe tipo) {
    String name = "ejemplos/" + tipo.codigo() + ".txt";
    try (InputStream in = FormatoText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(Seccion seccion, Function<Clave, String> line) {
    return seccion.claves().stream().map(c -> "\n" + line.apply(c)).collect(Collectors.joining());
  }

  private static String title(TipoCfe tipo) {
    return tipo.codigo() + " " + tipo.nombre();
  }

  private String head(Seccion seccion) {
    String veces = Integer.toString(seccion.veces());
    String times =
        seccion.veces() == 1
            ? ""
            : " ("
                + new MessageFormat(word("veces"), locale).format(List.of(veces).toArray())
                + ")";
    return seccion.significado() + times;
  }

  private static String values(Clave clave) {
    return clave.valores().isEmpty() ? "" : " [" + clave.valores() + "]";
  }

  private String word(String key) {
    return words.getString(key);
  }
}
