package uy.pfacturas.core.reporte;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.core.fault.Fault;

/** Gathers what the rules of a report find, all of it. */
final class Hallazgos {
  private final List<Fault> faults = new ArrayList<>();

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Adds a fault about a field of DGI's document; numbers are said plainly. */
  void add(ReporteFault code, String campo, String path, Object... args) {
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i] instanceof BigDecimal b ? b.toPlainString() : args[i].toString();
    }
    faults.add(Fault.of(code, "Reporte " + campo, path, texts));
  }
}
