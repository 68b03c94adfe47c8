package uy.pfacturas.core.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.fault.Fault;

/** Gathers what the rules find, all of it. */
final class Findings {
  private final List<Fault> faults = new ArrayList<>();

  /** Adds a fault; dates, numbers and amounts are said plainly. */
  void add(RuleCode code, String path, Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i] instanceof BigDecimal b ? b.toPlainString() : args[i].toString();
    }
    faults.add(Fault.of(code, code.campo(), path, texts));
  }

  /** Adds a fault if an amount is not what it must be; an absent amount is zero. */
  void compare(RuleCode code, String path, Optional<BigDecimal> said, BigDecimal must) {
    within(code, path, said, must, BigDecimal.ZERO);
  }

  /** Adds a fault if an amount is farther from what it must be than a tolerance. */
  void within(
      RuleCode code,
      String path,
      Optional<BigDecimal> said,
      BigDecimal must,
      BigDecimal tolerance) {
    BigDecimal value = said.orElse(BigDecimal.ZERO);
    if (value.subtract(must).abs().compareTo(tolerance) > 0) {
      add(code, path, value, must);
    }
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }
}
