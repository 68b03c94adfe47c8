package uy.pfacturas.core.formato;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Cifrado;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.rut.Rut;

/** What one row of the table says of one value. Thread-safe. */
public final class ValorCheck {
  private final Campo campo;
  private final Dominio dominio;
  private final Set<String> codigos;
  private final Optional<Comparable<?>> desde;
  private final Optional<Comparable<?>> hasta;

  private ValorCheck(
      Campo campo,
      Dominio dominio,
      Set<String> codigos,
      Optional<Comparable<?>> desde,
      Optional<Comparable<?>> hasta) {
    this.campo = campo;
    this.dominio = dominio;
    this.codigos = codigos;
    this.desde = desde;
    this.hasta = hasta;
  }

  /** The check of one row for the values that it takes in one family. */
  static ValorCheck of(Campo campo, Dominio d) {
    Function<String, Comparable<?>> limite =
        switch (campo.tipo()) {
          case FECHA -> LocalDate::parse;
          case FECHAHORA -> OffsetDateTime::parse;
          case ALFA, NUM, MONTO, XML, GRUPO -> BigDecimal::new;
        };
    return new ValorCheck(
        campo, d, Set.copyOf(d.codigos()), d.desde().map(limite), d.hasta().map(limite));
  }

  /** What is wrong with a value: the first thing; empty if nothing. */
  public Optional<Fault> check(Object value, String path) {
    if (value instanceof Rut || value instanceof Binario || isCode(value)) {
      return Optional.empty();
    } else if (value instanceof String text) {
      return text(text, path);
    } else if (value instanceof BigDecimal number) {
      return number(number, path);
    } else if (value instanceof Integer || value instanceof Long) {
      return number(BigDecimal.valueOf(((Number) value).longValue()), path);
    } else if (value instanceof LocalDate day) {
      return range(day, path);
    } else if (value instanceof OffsetDateTime instant) {
      return range(instant, path);
    } else if (value instanceof TipoCfe tipo) {
      return code(Integer.toString(tipo.codigo()), path);
    } else if (value instanceof Cifrado) {
      return Optional.empty();
    } else if (value instanceof Moneda moneda) {
      return code(moneda.codigo(), path);
    }
    throw new IllegalArgumentException("value is of no type of the format: " + value.getClass());
  }

  /** Whether it is of a closed list of codes, so that there are no others. */
  private static boolean isCode(Object value) {
    return value instanceof Enum<?> && !(value instanceof TipoCfe);
  }

  private Optional<Fault> text(String text, String path) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (!isXml(c)) {
        return fault(FormatoFault.CARACTER, path, String.format(Locale.ROOT, "U+%04X", c));
      }
    }
    // As the validators of DGI's schema count: a character beyond the first plane is two.
    int length = text.length();
    if (dominio.forma().map(f -> !f.matcher(text).matches()).orElse(false)) {
      return fault(FormatoFault.FORMA, path, shown(text));
    }
    if (codigos.isEmpty() && campo.largo() > 0 && length > campo.largo()) {
      return fault(
          FormatoFault.TEXTO_LARGO,
          path,
          Integer.toString(length),
          Integer.toString(campo.largo()));
    }
    return code(text, path);
  }

  private Optional<Fault> number(BigDecimal value, String path) {
    BigDecimal exact = value.stripTrailingZeros();
    int enteras = campo.largo() - campo.decimales();
    if (exact.scale() > campo.decimales() || exact.precision() - exact.scale() > enteras) {
      return fault(
          FormatoFault.CIFRAS,
          path,
          shown(value.toString()),
          Integer.toString(enteras),
          Integer.toString(campo.decimales()));
    }
    Optional<Fault> code = codigos.isEmpty() ? Optional.empty() : code(exact.toPlainString(), path);
    return code.isPresent() ? code : range(value, path);
  }

  private Optional<Fault> code(String value, String path) {
    return codigos.isEmpty() || codigos.contains(value)
        ? Optional.empty()
        : fault(FormatoFault.NO_ES_CODIGO, path, shown(value), dominio.texto());
  }

  @SuppressWarnings("unchecked") // The limits are of the type of the row's values.
  private <T extends Comparable<?>> Optional<Fault> range(T value, String path) {
    boolean inside =
        desde.map(d -> ((Comparable<Object>) d).compareTo(value) <= 0).orElse(true)
            && hasta.map(h -> ((Comparable<Object>) h).compareTo(value) >= 0).orElse(true);
    return inside
        ? Optional.empty()
        : fault(
            FormatoFault.FUERA_DE_RANGO,
            path,
            value.toString(),
            dominio.desde().orElse("-"),
            dominio.hasta().orElseGet(this::greatest));
  }

  private String greatest() {
    String digits = "9".repeat(campo.largo() - campo.decimales());
    return campo.decimales() == 0 ? digits : digits + "." + "9".repeat(campo.decimales());
  }

  private Optional<Fault> fault(FormatoFault code, String path, String... args) {
    return Optional.of(Fault.of(code, campo.campo(), path, args));
  }

  /** At most 40 characters of what is written, in one line, for a sentence. */
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.codePointCount(0, line.length()) <= 40
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
  }

  /** Whether XML 1.0 can hold this character. */
  private static boolean isXml(int c) {
    return (c >= 0x20 && c < 0xD800)
        || (c > 0xDFFF && c < 0xFFFE)
        || c > 0xFFFF
        || c == '\n'
        || c == '\t'
        || c == '\r';
  }
}
