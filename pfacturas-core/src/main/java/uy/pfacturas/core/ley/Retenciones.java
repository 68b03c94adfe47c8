package uy.pfacturas.core.ley;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codes of retentions, perceptions and tax credits that DGI knows: number of the form and
 * number of its line. Codes 9999001 to 9999999 are for taxes that DGI does not administer; nobody
 * lists them. Immutable.
 *
 * @see "DGI, tabla de códigos de retención, and Formato de los CFE v25-1, A-C127 and B-C20"
 */
public final class Retenciones {
  private static final Retenciones PUBLISHED = read();

  private final LocalDate vigencia;
  private final Set<String> codes;

  private Retenciones(LocalDate vigencia, Set<String> codes) {
    this.vigencia = vigencia;
    this.codes = codes;
  }

  /** The table that this version knows. */
  public static Retenciones published() {
    return PUBLISHED;
  }

  private static Retenciones read() {
    List<List<String>> rows = Tabla.rows("retenciones.tsv");
    LocalDate vigencia = LocalDate.parse(rows.get(0).get(1));
    Set<String> codes =
        rows.stream()
            .skip(1)
            .flatMap(row -> Stream.of(row.get(1).split(",")).map(line -> row.get(0) + line))
            .map(Retenciones::plain)
            .collect(Collectors.toUnmodifiableSet());
    return new Retenciones(vigencia, codes);
  }

  /** A code without the zeros that fill its line number up: documents write it either way. */
  private static String plain(String code) {
    int form = Math.min(4, code.length());
    return code.substring(0, form) + "-" + code.substring(form).replaceFirst("^0+(?=.)", "");
  }

  /** Whether it is one of DGI's codes, or of a tax that DGI does not administer. */
  public boolean isKnown(String code) {
    return code.matches("9999(?!000)[0-9]{3}") || codes.contains(plain(code));
  }

  /** As of when DGI's table was taken. */
  public LocalDate vigencia() {
    return vigencia;
  }
}
