package uy.pfacturas.cli.validation;

import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.empresa.Sucursal;

/** An invented company of the general regime, for files that are only judged. */
final class SampleCompany {
  private SampleCompany() {}

  static Empresa empresa() {
    return new Empresa(
        Ambiente.DEMO,
        "219999830019",
        "EMPRESA DE EJEMPLO",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(new Sucursal(1, Optional.empty(), "Calle 1", "Montevideo", "Montevideo")),
        "Res. 1/2000",
        "www.example.com",
        true,
        Regimen.GENERAL,
        Optional.empty(),
        Optional.empty(),
        Moneda.UYU,
        "N/A",
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
