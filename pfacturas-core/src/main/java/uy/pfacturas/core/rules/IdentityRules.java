package uy.pfacturas.core.rules;

import java.util.Optional;
import java.util.Set;
import uy.pfacturas.core.rut.Cedula;
import uy.pfacturas.core.rut.Rut;

/**
 * A document of identity: its kind, its country and its number belong together. The same for the
 * receiver (A-C60 to A-C62.1), the owner of what travels (A-C6.2 to A-C6.5) and the principal (K-C2
 * to K-C4).
 *
 * @param kind 1 NIE, 2 RUC, 3 CI, 4 other, 5 passport, 6 DNI, 7 NIFE
 * @param number of kinds 1 to 3
 * @param foreign number of the other kinds
 */
record IdentityRules(
    Optional<Integer> kind,
    Optional<String> country,
    Optional<String> number,
    Optional<String> foreign) {
  static final int NIE = 1;
  static final int RUC = 2;
  static final int CI = 3;

  private static final int DNI = 6;
  private static final Set<Integer> URUGUAYAN = Set.of(NIE, RUC, CI);
  private static final Set<String> OF_DNI = Set.of("AR", "BR", "CL", "PY");

  /** A rule that was broken, and the element that breaks it. */
  record Broken(RuleCode code, String path) {
    void tell(Findings out, Object... args) {
      out.add(code, path, args);
    }
  }

  /** What is said of a document of which one part is there and another is not. */
  record Parts(
      Broken noKind,
      Broken noCountry,
      Broken noNumber,
      Broken notANumber,
      Broken noForeign,
      Broken notForeign) {}

  boolean isUruguayan() {
    return kind.filter(URUGUAYAN::contains).isPresent();
  }

  /** Kind, country and one of both numbers go together. */
  void parts(Parts parts, Findings out) {
    if (kind.isEmpty()) {
      if (country.isPresent() || number.isPresent() || foreign.isPresent()) {
        parts.noKind.tell(out);
      }
      return;
    }
    if (country.isEmpty()) {
      parts.noCountry.tell(out);
    }
    if (isUruguayan() && number.isEmpty()) {
      parts.noNumber.tell(out);
    }
    if (!isUruguayan() && foreign.isEmpty()) {
      parts.noForeign.tell(out);
    }
    if (!isUruguayan() && number.isPresent()) {
      parts.notANumber.tell(out, kind.get());
    }
    if (isUruguayan() && foreign.isPresent()) {
      parts.notForeign.tell(out);
    }
  }

  /** The country that a kind allows. */
  void country(RuleCode notUruguay, RuleCode notOfDni, String path, Findings out) {
    if (kind.isEmpty() || country.isEmpty()) {
      return;
    }
    String said = country.get();
    if (isUruguayan() && !said.equals("UY")) {
      out.add(notUruguay, path, said);
    } else if (kind.get() == DNI && !OF_DNI.contains(said)) {
      out.add(notOfDni, path, said);
    }
  }

  /** The check digit of a RUC or CI; for NIE no document gives a rule: DGI only. */
  void digit(RuleCode ruc, RuleCode ci, String path, Findings out) {
    if (kind.isEmpty() || number.isEmpty()) {
      return;
    }
    if (kind.get() == RUC && !Rut.isValid(number.get())) {
      out.add(ruc, path, number.get());
    } else if (kind.get() == CI && !Cedula.isValid(number.get())) {
      out.add(ci, path, number.get());
    }
  }
}
