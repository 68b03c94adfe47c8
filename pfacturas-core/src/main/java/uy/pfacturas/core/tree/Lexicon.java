package uy.pfacturas.core.tree;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Cifrado;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.rut.Rut;

/** Texts to values and back, by the class of the value. Thread-safe. */
public final class Lexicon {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");
  private static final Pattern POINT =
      Pattern.compile("-?([0-9]{1,40}(\\.[0-9]{1,40})?|\\.[0-9]{1,40})");
  private static final Pattern COMMA =
      Pattern.compile("-?([0-9]{1,40}(,[0-9]{1,40})?|,[0-9]{1,40})");
  private static final Pattern MONEDA = Pattern.compile("[A-Z]{3}");
  private static final String OFFSET = "(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))";
  private static final Pattern EXACT_DAY =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}" + OFFSET + "?");
  private static final Pattern EXACT_INSTANT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?" + OFFSET);
  private static final Pattern COMPACT = Pattern.compile("[0-9]{8}");
  private static final Pattern LOCAL = Pattern.compile("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}");
  private static final DateTimeFormatter COMPACT_DAY = strict("uuuuMMdd");
  private static final DateTimeFormatter LOCAL_DAY = strict("d/M/uuuu");
  private static final Pattern EXACT_WHOLE = Pattern.compile("[+-]?[0-9]{1,40}");
  private static final Pattern EXACT_AMOUNT =
      Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("xxx")
          .toFormatter(Locale.ROOT);

  private final Notation notation;

  /** For values that are written in this way. */
  public Lexicon(Notation notation) {
    this.notation = notation;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The value of this class that the text means; empty if it means none. */
  Optional<Object> parse(Class<?> type, String written) {
    String text = written.strip();
    if (type == String.class) {
      return Optional.of(notation.exact() ? written : text);
    } else if (type == BigDecimal.class) {
      return amount(text).map(a -> a);
    } else if (type == LocalDate.class) {
      return day(text).map(d -> d);
    } else if (type == OffsetDateTime.class) {
      return instant(text).map(i -> i);
    } else if (type == Moneda.class) {
      return Optional.of(notation.exact() ? written : text)
          .filter(t -> MONEDA.matcher(t).matches())
          .map(Moneda::new);
    }
    if (type == Cifrado.class) {
      return Optional.of(new Cifrado(written)).filter(c -> notation.exact()).map(c -> c);
    }
    if (type == Rut.class) {
      return Optional.of(notation.exact() ? written : text).filter(Rut::isValid).map(Rut::new);
    } else if (type == Binario.class) {
      return Binario.find(text).map(b -> b);
    } else if (type.isEnum() && type != TipoCfe.class) {
      return code(type, notation.exact() ? written : text);
    }
    Optional<Long> whole = whole(text);
    if (type == Long.class) {
      return whole.map(w -> w);
    }
    Optional<Integer> small =
        whole.filter(w -> Math.abs(w) <= Integer.MAX_VALUE).map(Math::toIntExact);
    return type == TipoCfe.class ? small.flatMap(TipoCfe::find).map(t -> t) : small.map(i -> i);
  }

  /** Why a text means no value of its row. */
  Fault fault(Campo campo, String path, String written) {
    String shown = FaultList.quote(written.strip());
    if (campo.dominio().forma().isPresent()) {
      return Fault.of(FormatoFault.FORMA, campo.campo(), path, shown);
    }
    return switch (campo.tipo()) {
      case MONTO ->
          Fault.of(FormatoFault.NO_ES_MONTO, campo.campo(), path, shown, notation.example());
      case FECHA -> Fault.of(FormatoFault.NO_ES_FECHA, campo.campo(), path, shown);
      case FECHAHORA -> Fault.of(FormatoFault.NO_ES_FECHA_HORA, campo.campo(), path, shown);
      case XML -> Fault.of(FormatoFault.LO_PONE_EL_PROGRAMA, campo.campo(), path, campo.elemento());
      case ALFA, NUM, GRUPO -> whole(written, campo, path, shown);
    };
  }

  private Fault whole(String written, Campo campo, String path, String shown) {
    boolean digits = WHOLE.matcher(written.strip()).matches();
    if (!campo.dominio().codigos().isEmpty()) {
      return Fault.of(
          FormatoFault.NO_ES_CODIGO, campo.campo(), path, shown, campo.dominio().texto());
    }
    return digits
        ? Fault.of(
            FormatoFault.CIFRAS, campo.campo(), path, shown, Integer.toString(campo.largo()), "0")
        : Fault.of(FormatoFault.NO_ES_ENTERO, campo.campo(), path, shown);
  }

  private static Optional<Object> code(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> ((Enum<?>) c).name().equals(text))
        .map(c -> (Object) c)
        .findFirst();
  }

  private Optional<Long> whole(String text) {
    Pattern pattern = notation.exact() ? EXACT_WHOLE : WHOLE;
    return Optional.of(text)
        .filter(t -> pattern.matcher(t).matches())
        .map(BigDecimal::new)
        .filter(w -> w.precision() <= 18)
        .map(BigDecimal::longValueExact);
  }

  private Optional<BigDecimal> amount(String text) {
    Pattern pattern = notation.exact() ? EXACT_AMOUNT : notation.decimalComma() ? COMMA : POINT;
    return Optional.of(text)
        .filter(t -> pattern.matcher(t).matches())
        .map(t -> new BigDecimal(t.replace(',', '.')));
  }

  private Optional<LocalDate> day(String text) {
    try {
      if (notation.exact()) {
        return Optional.of(text)
            .filter(t -> EXACT_DAY.matcher(t).matches())
            .map(t -> LocalDate.parse(t, DateTimeFormatter.ISO_DATE));
      } else if (COMPACT.matcher(text).matches()) {
        return Optional.of(LocalDate.parse(text, COMPACT_DAY));
      } else if (LOCAL.matcher(text).matches()) {
        return Optional.of(LocalDate.parse(text, LOCAL_DAY));
      }
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<OffsetDateTime> instant(String text) {
    try {
      return Optional.of(text)
          .filter(t -> EXACT_INSTANT.matcher(t).matches())
          .map(t -> OffsetDateTime.parse(t, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * A value as DGI's XML writes it: days {@code AAAA-MM-DD}, instants with their offset, amounts
   * with a point and the scale that they have.
   */
  public static String render(Object value) {
    if (value instanceof BigDecimal amount) {
      return amount.toPlainString();
    } else if (value instanceof TipoCfe tipo) {
      return Integer.toString(tipo.codigo());
    } else if (value instanceof OffsetDateTime instant) {
      return INSTANT.format(instant);
    }
    return value.toString();
  }
}
