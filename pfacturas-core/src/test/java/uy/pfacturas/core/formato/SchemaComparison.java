package uy.pfacturas.core.formato;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.testing.Desacuerdo.Aspecto;
import uy.pfacturas.core.testing.XsdElement;

/** The rows of one type of document beside the elements that DGI's schema has for its family. */
final class SchemaComparison {
  private static final List<String> LETTERS =
      List.of("A", "Z", "a", "z", "Ñ", "0", "1", "9", "|", "/", "\\", " ", "N");
  private static final List<String> SAMPLES =
      Stream.concat(
              Stream.of(4, 11, 12, 13).flatMap(n -> Stream.of("1".repeat(n), "A".repeat(n))),
              IntStream.rangeClosed(0, 3).boxed().flatMap(SchemaComparison::words))
          .toList();

  private final TipoCfe tipo;
  private final Map<String, Campo> rows = new LinkedHashMap<>();
  private final Map<String, XsdElement> elements = new LinkedHashMap<>();

  SchemaComparison(Formato formato, TipoCfe tipo, List<XsdElement> schema) {
    this.tipo = tipo;
    collect(formato.secciones(), "");
    schema.stream()
        .filter(e -> !formato.envolturas().contains(e.path()))
        .forEach(e -> elements.put(e.path(), e));
  }

  private void collect(Campo.Hijos hijos, String path) {
    for (Campo campo : hijos.filas()) {
      if (!campo.isPropio() && campo.en(tipo) != Obligatoriedad.NO_VA) {
        String here = path + campo.envoltura().map(w -> w + "/").orElse("") + campo.elemento();
        rows.put(here, campo);
        collect(campo.hijos(), here + "/");
      }
    }
  }

  /** What both have, in the order of the table. */
  List<String> commonAsTable() {
    return rows.keySet().stream().filter(elements::containsKey).toList();
  }

  /** What both have, in the order of the schema. */
  List<String> commonAsSchema() {
    return elements.keySet().stream().filter(rows::containsKey).toList();
  }

  /** Gives every difference: number of the field, or element of a group, and in what. */
  void differences(Map<String, Campo> known, BiConsumer<String, Aspecto> found) {
    for (String path : elements.keySet()) {
      if (!rows.containsKey(path)) {
        found.accept(id(Objects.requireNonNull(known.get(path), path)), Aspecto.SOBRA);
      }
    }
    rows.forEach(
        (path, campo) ->
            Optional.ofNullable(elements.get(path))
                .map(e -> aspects(campo, e))
                .orElse(EnumSet.of(Aspecto.FALTA))
                .forEach(a -> found.accept(id(campo), a)));
  }

  /** The rows of this type by their path in the XML. */
  Map<String, Campo> rows() {
    return rows;
  }

  private static String id(Campo campo) {
    return campo.isGrupo() ? campo.elemento() : campo.campo();
  }

  private Set<Aspecto> aspects(Campo c, XsdElement e) {
    Set<Aspecto> found = EnumSet.noneOf(Aspecto.class);
    Dominio d = c.dominio(tipo);
    check(found, Aspecto.PRESENCIA, (c.en(tipo) == Obligatoriedad.SIEMPRE) == (e.min() > 0));
    check(found, Aspecto.VECES, c.veces(tipo) == e.max() && alternatives(c, e));
    check(found, Aspecto.TIPO, base(c).equals(e.isEntero() ? "integer" : e.base()));
    List<String> codes = codes(c);
    check(found, Aspecto.VALORES, Set.copyOf(codes).equals(enumeration(e)));
    if (codes.isEmpty()) {
      check(found, Aspecto.LARGO, sameLength(c, e));
      check(found, Aspecto.FORMA, sameShape(d, e));
      check(found, Aspecto.RANGO, sameRange(c, d, e));
    }
    return found;
  }

  private static void check(Set<Aspecto> found, Aspecto aspecto, boolean same) {
    if (!same) {
      found.add(aspecto);
    }
  }

  private static boolean alternatives(Campo c, XsdElement e) {
    return c.alternativa().isEmpty() || e.isAlternativa();
  }

  private static String base(Campo c) {
    return switch (c.tipo()) {
      case GRUPO -> "";
      case XML -> "any";
      case ALFA -> "string";
      case NUM -> c.dominio().forma().isPresent() ? "string" : "integer";
      case MONTO -> "decimal";
      case FECHA -> "date";
      case FECHAHORA -> "dateTime";
    };
  }

  /** The types of the family for A-C2: that it is of the family is judged by its element. */
  private List<String> codes(Campo c) {
    return c.campo().equals("A-C2")
        ? Arrays.stream(TipoCfe.values())
            .filter(t -> t.familia() == tipo.familia())
            .map(t -> Integer.toString(t.codigo()))
            .toList()
        : c.dominio(tipo).codigos();
  }

  private static Set<String> enumeration(XsdElement e) {
    return e.codigos().stream()
        .map(v -> e.base().equals("decimal") ? plain(new BigDecimal(v)) : v)
        .collect(Collectors.toSet());
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** Of a text its characters; of a number its digits, where the schema counts them. */
  private static boolean sameLength(Campo c, XsdElement e) {
    boolean text = c.tipo() == Tipo.ALFA && c.dominio().forma().isEmpty();
    BigDecimal length = BigDecimal.valueOf(c.largo());
    return (!text || e.number("maxLength").equals(Optional.of(length)))
        && e.number("totalDigits").map(length::equals).orElse(true)
        && (!e.base().equals("decimal")
            || e.number("fractionDigits").equals(Optional.of(BigDecimal.valueOf(c.decimales()))));
  }

  /** Judged alike on many texts: the two write patterns in different ways. */
  private static boolean sameShape(Dominio d, XsdElement e) {
    List<Pattern> patterns =
        e.facetas().getOrDefault("pattern", List.of()).stream().map(Pattern::compile).toList();
    return d.forma().isPresent() == !patterns.isEmpty()
        && SAMPLES.stream()
            .allMatch(
                s ->
                    d.forma().map(f -> f.matcher(s).matches()).orElse(true)
                        == (patterns.isEmpty() || matches(patterns, e, s)));
  }

  private static boolean matches(List<Pattern> patterns, XsdElement e, String s) {
    return patterns.stream().anyMatch(p -> p.matcher(s).matches())
        && e.number("maxLength").map(m -> s.length() <= m.intValue()).orElse(true)
        && e.number("minLength").map(m -> s.length() >= m.intValue()).orElse(true);
  }

  private static Stream<String> words(int length) {
    Stream<String> words = Stream.of("");
    for (int i = 0; i < length; i++) {
      words = words.flatMap(w -> LETTERS.stream().map(w::concat));
    }
    return words;
  }

  private static boolean sameRange(Campo c, Dominio d, XsdElement e) {
    return switch (c.tipo()) {
      case FECHA, FECHAHORA ->
          e.text("minInclusive").equals(d.desde()) && e.text("maxInclusive").equals(d.hasta());
      case NUM, MONTO ->
          d.forma().isPresent()
              || (limit(least(e), digits(e).negate()).equals(limit(d.desde(), greatest(c).negate()))
                  && limit(e.text("maxInclusive"), digits(e))
                      .equals(limit(d.hasta(), greatest(c))));
      case ALFA, XML, GRUPO -> true;
    };
  }

  private static Optional<String> least(XsdElement e) {
    return e.text("minInclusive")
        .or(() -> Optional.of("1").filter(one -> e.base().equals("positiveInteger")));
  }

  /** A limit, unless the digits end before it. */
  private static String limit(Optional<String> stated, BigDecimal byDigits) {
    BigDecimal limit = stated.map(BigDecimal::new).orElse(byDigits);
    return plain(byDigits.signum() < 0 ? limit.max(byDigits) : limit.min(byDigits));
  }

  /** The greatest number that the schema's digits let be written, where it counts them. */
  private static BigDecimal digits(XsdElement e) {
    return e.number("totalDigits")
        .map(n -> BigDecimal.TEN.pow(n.intValue()).subtract(BigDecimal.ONE))
        .orElse(BigDecimal.valueOf(Long.MAX_VALUE));
  }

  private static BigDecimal greatest(Campo c) {
    return BigDecimal.TEN
        .pow(c.largo() - c.decimales())
        .subtract(BigDecimal.ONE.movePointLeft(c.decimales()));
  }
}
