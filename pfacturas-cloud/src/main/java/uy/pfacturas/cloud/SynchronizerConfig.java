package uy.pfacturas.cloud;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import uy.pfacturas.cloud.contingencia.AlarmasConfig;
import uy.pfacturas.cloud.contingencia.ContingenciaConfig;
import uy.pfacturas.core.calculo.Tolerancias;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.ley.Ui;

/**
 * Settings of one installation.
 *
 * @param instalacion its name, unique within the company
 * @param grupo first part of every id at the cloud: the name that stations share among which one
 *     system of sales moves its files; else the installation's own
 * @param ruc the company, 12 digits
 * @param ambiente the world; a store of another is refused
 * @param data folder of the store, made if absent
 * @param copia folder of the second copy, on another medium where there is one; empty puts it
 *     beside the store
 * @param bloque numbers asked for at once, 1 to 10,000
 * @param nivelImpresion level at which documents that are sent before paper are printed: 2 where
 *     there is a link to DGI, 1 where there is none
 * @param plazoEntrega how long such a document waits for its level before it is printed without it
 * @param enVuelo documents that are worked on at the same time, 1 to 64
 * @param desvioReloj how far the clock may be from the cloud's, or behind the last signature
 * @param contingencia how much patience there is with the cloud
 * @param alarmas when people are told of what is not delivered, and of numbers that run out
 * @param ui quotations for the thresholds of the law
 * @param tolerancias how far amounts of the ERP may lie from ours
 */
@RecordBuilder
public record SynchronizerConfig(
    String instalacion,
    String grupo,
    String ruc,
    Ambiente ambiente,
    Path data,
    Optional<Path> copia,
    int bloque,
    int nivelImpresion,
    Duration plazoEntrega,
    int enVuelo,
    Duration desvioReloj,
    ContingenciaConfig contingencia,
    AlarmasConfig alarmas,
    Ui ui,
    Tolerancias tolerancias) {
  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public SynchronizerConfig {
    if (!instalacion.matches("[A-Za-z0-9_-]{1,40}")) {
      throw new IllegalArgumentException(
          "instalacion is not 1 to 40 letters, digits, - or _: " + instalacion);
    }
    if (!grupo.matches("[A-Za-z0-9_-]{1,40}")) {
      throw new IllegalArgumentException("grupo is not 1 to 40 letters, digits, - or _: " + grupo);
    }
    if (bloque < 1 || bloque > 10_000) {
      throw new IllegalArgumentException("bloque is out of 1 to 10000: " + bloque);
    }
    if (nivelImpresion < 1 || nivelImpresion > 2) {
      throw new IllegalArgumentException("nivelImpresion is neither 1 nor 2: " + nivelImpresion);
    }
    if (enVuelo < 1 || enVuelo > 64) {
      throw new IllegalArgumentException("enVuelo is out of 1 to 64: " + enVuelo);
    }
  }

  /** Blocks of 500, eight documents at the same time, paper of an e-Factura after 10 s at most. */
  public static SynchronizerConfig of(
      String instalacion, String ruc, Ambiente ambiente, Path data, Optional<Path> copia) {
    return new SynchronizerConfig(
        instalacion,
        instalacion,
        ruc,
        ambiente,
        data,
        copia,
        500,
        ambiente == Ambiente.DEMO ? 1 : 2,
        Duration.ofSeconds(10),
        8,
        Duration.ofMinutes(2),
        ContingenciaConfig.DEFAULT,
        AlarmasConfig.DEFAULT,
        Ui.published(),
        Tolerancias.DEFAULT);
  }
}
