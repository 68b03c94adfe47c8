package uy.pfacturas.core.cfe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a document for life: type, series and number together are unique per issuer (A-C2,
 * A-C3, A-C4).
 *
 * @param tipo type of document
 * @param serie one or two characters
 * @param nro 1 to 9,999,999
 */
public record Numero(TipoCfe tipo, String serie, int nro) {
  private static final Pattern TEXTO = Pattern.compile("([0-9]{3})-([A-Z0-9]{1,2})-([0-9]{1,7})");

  /**
   * @throws IllegalArgumentException if the number is out of range or the series is empty
   */
  public Numero {
    if (nro < 1 || nro > 9_999_999) {
      throw new IllegalArgumentException("nro is out of range: " + nro);
    }
    if (serie.isEmpty() || serie.length() > 2) {
      throw new IllegalArgumentException("serie is not one or two characters: " + serie);
    }
  }

  /** From what {@link #texto} makes; empty if it is none. */
  public static Optional<Numero> parse(String texto) {
    Matcher parts = TEXTO.matcher(texto.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    int tipo = Integer.parseInt(parts.group(1));
    int nro = Integer.parseInt(parts.group(3));
    return TipoCfe.find(tipo).filter(t -> nro > 0).map(t -> new Numero(t, parts.group(2), nro));
  }

  /** For people and file names: {@code 101-A-134}. */
  @JsonIgnore
  public String texto() {
    return tipo.codigo() + "-" + serie + "-" + nro;
  }
}
