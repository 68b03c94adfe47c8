package uy.pfacturas.core.rut;

import java.time.Instant;
import java.util.Optional;

/**
 * What the registry says of a taxpayer.
 *
 * @param rut its number
 * @param denominacion legal name
 * @param nombreFantasia trade name
 * @param domicilio fiscal address
 * @param ciudad city
 * @param departamento department
 * @param activo whether it may do business
 * @param fuente who said so, such as {@code DGI} or {@code demo}
 * @param consultado when it was asked
 */
public record Contribuyente(
    Rut rut,
    String denominacion,
    Optional<String> nombreFantasia,
    Optional<String> domicilio,
    Optional<String> ciudad,
    Optional<String> departamento,
    boolean activo,
    String fuente,
    Instant consultado) {}
