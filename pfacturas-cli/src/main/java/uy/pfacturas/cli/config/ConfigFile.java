package uy.pfacturas.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.contingencia.AlarmasConfig;
import uy.pfacturas.cloud.contingencia.ContingenciaConfig;
import uy.pfacturas.core.empresa.Ambiente;

/** The file {@code pfacturas.toml}. */
public final class ConfigFile {
  /** Its name where no other is given. */
  public static final String NAME = "pfacturas.toml";

  private static final int MAX_LENGTH = 40;

  private ConfigFile() {}

  /**
   * Reads a configuration.
   *
   * @throws ConfigException if anything is wrong with it: all of it
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static Config read(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return TomlFile.read(file, (root, folder, problems) -> read(root, whole, folder, problems));
  }

  private static Optional<Config> read(
      TomlTable root, Path file, Folder folder, Problems problems) {
    Optional<Ambiente> ambiente = root.required("ambiente", Ambiente::of);
    Optional<String> instalacion = root.required("instalacion", ConfigFile::name);
    Optional<String> grupo = root.value("grupo", ConfigFile::name);
    Path datos = root.value("datos", folder::resolve).orElse(folder.resolve("datos"));
    Optional<Path> segunda = root.value("segunda_copia", folder::resolve);
    Optional<CloudConfig> nube = cloud(root, ambiente, folder, problems);
    List<BuzonConfig> buzones = mailboxes(root, folder, problems);
    ImpresionConfig impresion;
    FirmaConfig firma;
    ContingenciaConfig contingencia;
    AlarmasConfig alarmas;
    RegistroConfig registro;
    ReglasConfig reglas;
    try (TomlTable i = root.table("impresion");
        TomlTable f = root.table("firma");
        TomlTable c = root.table("contingencia");
        TomlTable r = root.table("registro");
        TomlTable g = root.table("reglas")) {
      impresion = ImpresionConfig.read(i);
      firma = FirmaConfig.read(f, folder, problems);
      contingencia = ContingenciaTable.read(c);
      alarmas = AlarmasTable.read(c);
      registro = RegistroConfig.read(r);
      reglas = ReglasConfig.read(g);
    }
    return ambiente.flatMap(
        a ->
            instalacion.map(
                n ->
                    new Config(
                        file,
                        a,
                        n,
                        grupo.orElse(n),
                        datos,
                        segunda,
                        nube,
                        buzones,
                        impresion,
                        firma,
                        contingencia,
                        alarmas,
                        reglas,
                        registro)));
  }

  /** Only the demo has a cloud of its own; everywhere else its absence is a problem. */
  private static Optional<CloudConfig> cloud(
      TomlTable root, Optional<Ambiente> ambiente, Folder folder, Problems problems) {
    try (TomlTable table = root.table("nube")) {
      if (table.isPresent()) {
        return CloudConfig.read(table, folder, problems);
      }
    }
    if (ambiente.isPresent() && ambiente.get() != Ambiente.DEMO) {
      problems.add("falta", "nube.url", "clave.nube.url");
    }
    return Optional.empty();
  }

  private static List<BuzonConfig> mailboxes(TomlTable root, Folder folder, Problems problems) {
    List<BuzonConfig> buzones = new ArrayList<>();
    List<TomlTable> tables = root.tables("buzon");
    for (TomlTable table : tables) {
      try (table) {
        BuzonConfig.read(table, folder).ifPresent(buzones::add);
      }
    }
    if (tables.isEmpty()) {
      problems.add("falta", "buzon.carpeta", "clave.buzon.carpeta");
    }
    if (buzones.stream().map(BuzonConfig::carpeta).distinct().count() < buzones.size()) {
      problems.add("repetida", "buzon.carpeta");
    }
    if (buzones.stream().map(BuzonConfig::nombre).distinct().count() < buzones.size()) {
      problems.add("repetida", "buzon.nombre");
    }
    return buzones;
  }

  private static String name(String written) {
    if (written.length() > MAX_LENGTH || !written.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("instalacion is not a plain name: " + written);
    }
    return written;
  }
}
