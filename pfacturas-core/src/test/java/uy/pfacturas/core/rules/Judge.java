package uy.pfacturas.core.rules;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.testing.Documents;

/** The rules, and a memory of what was given to them. */
final class Judge {
  private static final String UNNUMBERED = "sin-numero";
  private static final String NUMBERED = "numerado";
  private static final String UNDER_CAE = "con-cae";

  private final Rules rules;
  private final IdentityHashMap<List<Fault>, Judged> judged = new IdentityHashMap<>();

  /**
   * What was judged.
   *
   * @param how name of the way it was judged in
   */
  record Judged(Cfe cfe, String how) {}

  Judge(Rules rules) {
    this.rules = rules;
  }

  List<Fault> validateUnnumbered(Cfe cfe) {
    return remembered(cfe, UNNUMBERED);
  }

  List<Fault> validateUnnumbered(Cfe cfe, Regimen regimen) {
    return remembered(cfe, regimen.name());
  }

  List<Fault> validate(Cfe cfe) {
    return remembered(cfe, NUMBERED);
  }

  List<Fault> validate(Cfe cfe, Cae cae) {
    if (!cae.equals(Documents.cae(cae.tipo()))) {
      throw new IllegalArgumentException("cae is not that of the test kit");
    }
    return remembered(cfe, UNDER_CAE);
  }

  private List<Fault> remembered(Cfe cfe, String how) {
    List<Fault> faults = judge(cfe, how);
    judged.put(faults, new Judged(cfe, how));
    return faults;
  }

  /** What is wrong with a document, judged in this way. */
  List<Fault> judge(Cfe cfe, String how) {
    return switch (how) {
      case UNNUMBERED -> rules.validateUnnumbered(cfe);
      case NUMBERED -> rules.validate(cfe);
      case UNDER_CAE -> rules.validate(cfe, Documents.cae(cfe.tipo()));
      default -> rules.validateUnnumbered(cfe, Regimen.valueOf(how));
    };
  }

  /** The document in which these faults were found. */
  Judged of(List<Fault> faults) {
    return Optional.ofNullable(judged.get(faults)).orElseThrow();
  }
}
