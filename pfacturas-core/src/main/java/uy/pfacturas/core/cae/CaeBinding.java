package uy.pfacturas.core.cae;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.rut.Rut;

/** From the texts of a CAE file to its value, with everything that is wrong on the way. */
final class CaeBinding {
  private final Map<String, String> values;
  private final List<Fault> faults = new ArrayList<>();

  CaeBinding(Map<String, String> values) {
    this.values = values;
  }

  CaeXml.Parsed bind() {
    Optional<OffsetDateTime> firmada = required("TmstFrma", OffsetDateTime::parse);
    Optional<Rut> ruc = required("DA.RucE", Rut::new);
    Optional<TipoCfe> tipo = required("DA.TCFE", t -> TipoCfe.of(number(t, 3)));
    Optional<String> serie = required("DA.Serie", CaeBinding::serie);
    Optional<Integer> desde = required("DA.DNro", t -> positive(number(t, 7)));
    Optional<Integer> hasta = required("DA.HNro", t -> positive(number(t, 7)));
    // DGI's own files of 2012 lack TA; where it is, it must be E.
    optional("DA.TA", CaeBinding::electronic);
    Optional<Long> id = required("DA.NA", CaeBinding::id);
    Optional<LocalDate> emision = required("DA.FA", LocalDate::parse);
    Optional<LocalDate> vence = required("DA.FVD", LocalDate::parse);
    Optional<Integer> especial = optional("DA.CAEEspecial", CaeBinding::especial);
    Optional<Integer> causal = optional("DA.CausalCAEEsp", t -> number(t, 3));
    if (desde.isPresent() && hasta.isPresent() && desde.get() > hasta.get()) {
      faults.add(
          Fault.of(
              CaeCode.EMPTY_RANGE, "", "DA.HNro", desde.get().toString(), hasta.get().toString()));
    }
    if (!faults.isEmpty()) {
      return new CaeXml.Parsed.Malformed(faults);
    }
    Cae cae =
        new Cae(
            id.orElseThrow(),
            tipo.orElseThrow(),
            serie.orElseThrow(),
            desde.orElseThrow(),
            hasta.orElseThrow(),
            vence.orElseThrow(),
            especial,
            causal);
    return new CaeXml.Parsed.Document(
        new Constancia(ruc.orElseThrow(), cae, emision.orElseThrow(), firmada.orElseThrow()));
  }

  private <T> Optional<T> required(String path, Function<String, T> parse) {
    if (!values.containsKey(path)) {
      faults.add(Fault.of(CaeCode.MISSING, "", path, path));
    }
    return optional(path, parse);
  }

  private <T> Optional<T> optional(String path, Function<String, T> parse) {
    String text = values.get(path);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
      faults.add(Fault.of(CaeCode.BAD_VALUE, "", path, path, shown));
      return Optional.empty();
    }
  }

  private static int number(String text, int digits) {
    require(text.matches("[0-9]{1," + digits + "}"));
    return Integer.parseInt(text);
  }

  private static int positive(int number) {
    require(number > 0);
    return number;
  }

  private static String serie(String text) {
    require(text.matches("[A-Z]{1,2}|[1-9][A-Z]"));
    return text;
  }

  private static String electronic(String text) {
    require(text.equals("E"));
    return text;
  }

  /** Eleven digits, of which the first two say that it is an electronic issuer's, A-C8. */
  private static long id(String text) {
    require(text.matches("90[0-9]{9}"));
    return Long.parseLong(text);
  }

  private static int especial(String text) {
    require(text.matches("[1-4]"));
    return Integer.parseInt(text);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("text does not fit the element");
    }
  }
}
