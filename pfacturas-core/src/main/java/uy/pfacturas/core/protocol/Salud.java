package uy.pfacturas.core.protocol;

import java.time.Instant;
import uy.pfacturas.core.empresa.Ambiente;

/**
 * Answer of {@code GET /v1/salud}.
 *
 * @param epoca life of the cloud's database
 * @param ambiente its world
 * @param hora its clock
 * @param version of the program
 */
public record Salud(long epoca, Ambiente ambiente, Instant hora, String version) {}
