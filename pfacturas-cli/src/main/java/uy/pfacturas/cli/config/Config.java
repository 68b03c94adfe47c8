package uy.pfacturas.cli.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.contingencia.AlarmasConfig;
import uy.pfacturas.cloud.contingencia.ContingenciaConfig;
import uy.pfacturas.core.empresa.Ambiente;

/**
 * What an installation is told by its file.
 *
 * @param file where this stands; relative paths were resolved against its folder
 * @param ambiente the world in which it issues
 * @param instalacion name of this installation, unique within the company
 * @param grupo name under which stations of one system share their ids; else the installation's
 * @param datos folder of the store, the log and the control file
 * @param segundaCopia folder of the second copy, on another medium; empty for beside the store,
 *     which {@code doctor} complains about
 * @param nube the cloud; empty for the embedded one of the demo
 * @param buzones mailboxes, at least one
 * @param impresion printing
 * @param firma signing and verifying on this machine; its key signs while the cloud is away
 * @param contingencia how much patience there is with the cloud
 * @param alarmas when people are told of what is not delivered, and of numbers that run out
 * @param reglas tolerances and additions to the law's data
 * @param registro the log
 */
public record Config(
    Path file,
    Ambiente ambiente,
    String instalacion,
    String grupo,
    Path datos,
    Optional<Path> segundaCopia,
    Optional<CloudConfig> nube,
    List<BuzonConfig> buzones,
    ImpresionConfig impresion,
    FirmaConfig firma,
    ContingenciaConfig contingencia,
    AlarmasConfig alarmas,
    ReglasConfig reglas,
    RegistroConfig registro) {
  public Config {
    buzones = List.copyOf(buzones);
  }
}
