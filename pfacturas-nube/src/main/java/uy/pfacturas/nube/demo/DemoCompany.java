package uy.pfacturas.nube.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.empresa.Sucursal;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/** The invented company and its invented customers. */
final class DemoCompany {
  /** The RUC that DGI uses in its own samples; of nobody. */
  static final String RUC = "219999830019";

  /** Of the demo's DGI. */
  static final String RUC_DGI = "219999700018";

  private DemoCompany() {}

  static Empresa empresa() {
    return new Empresa(
        Ambiente.DEMO,
        RUC,
        "EMPRESA DEMO S.A.",
        Optional.of("DEMO"),
        Optional.of("VENTAS DE DEMOSTRACION"),
        List.of("20000000"),
        Optional.of("demo@ejemplo.invalid"),
        List.of(
            new Sucursal(
                1,
                Optional.of("CASA CENTRAL DEMO"),
                "AVENIDA DE LA DEMO 1234",
                "MONTEVIDEO",
                "MONTEVIDEO"),
            new Sucursal(
                2, Optional.of("SUCURSAL DEMO"), "CALLE DE LA DEMO 567", "SALTO", "SALTO")),
        "Res. 0/2026 DEMO",
        "demo.ejemplo.invalid/verificar",
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

  static List<Contribuyente> contribuyentes() {
    return List.of(
        contribuyente(RUC, "EMPRESA DEMO S.A.", "AVENIDA DE LA DEMO 1234", "MONTEVIDEO", true),
        contribuyente(
            rut("21900001001"), "ALMACEN DEMO UNO S.R.L.", "RUTA DEMO 1", "CANELONES", true),
        contribuyente(
            rut("21900002001"), "FERRETERIA DEMO DOS S.A.", "CALLE DEMO 22", "SALTO", true),
        contribuyente(
            rut("21900003001"), "ESTUDIO DEMO TRES", "PASAJE DEMO 333", "MALDONADO", true),
        contribuyente(
            rut("21900004001"), "CERRADA DEMO CUATRO S.A.", "CALLE DEMO 4", "RIVERA", false));
  }

  private static String rut(String eleven) {
    return eleven + Rut.checkDigit(eleven);
  }

  private static Contribuyente contribuyente(
      String rut, String denominacion, String domicilio, String departamento, boolean activo) {
    return new Contribuyente(
        new Rut(rut),
        denominacion,
        Optional.empty(),
        Optional.of(domicilio),
        Optional.of(departamento),
        Optional.of(departamento),
        activo,
        "demo",
        Instant.EPOCH);
  }
}
