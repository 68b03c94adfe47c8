package uy.pfacturas.core.protocol;

import java.util.List;

/**
 * Body of {@code POST /v1/emisores/{ruc}/estaciones/{e}/sin-uso}: numbers that this station will
 * never use (protocol §3.3).
 */
public record SinUso(List<Rango> rangos) {
  public SinUso {
    rangos = List.copyOf(rangos);
  }
}
