package uy.pfacturas.cli.doctor;

import java.awt.GraphicsEnvironment;
import java.util.List;
import uy.pfacturas.print.Representacion;

/** Whether a PDF can be made here: its font is there and nothing asks for a screen. */
public record PaperCheck() implements Check {
  @Override
  public List<Finding> look() {
    return List.of(
        Representacion.TIPOS.isEmpty()
            ? Finding.fault("papel_no")
            : Finding.ok("papel", GraphicsEnvironment.isHeadless()));
  }
}
