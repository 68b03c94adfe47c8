package uy.pfacturas.cli.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a secret is: in a variable of the environment or in a file that only its user can read.
 * Never in the configuration itself.
 *
 * @param variable name of the variable; empty if it is in a file
 * @param file the file; empty if it is in a variable
 */
public record SecretSource(Optional<String> variable, Optional<Path> file) {
  /** Reads {@code clave_entorno} or {@code clave_archivo}, exactly one of which must be there. */
  static Optional<SecretSource> read(TomlTable table, Folder folder, Problems problems) {
    int before = problems.found().size();
    Optional<SecretSource> found = find(table, folder, problems);
    if (found.isEmpty() && problems.found().size() == before) {
      problems.add("ninguna_clave", table.path("clave_archivo"));
    }
    return found;
  }

  /** The same, where there may be none. */
  static Optional<SecretSource> find(TomlTable table, Folder folder, Problems problems) {
    Optional<String> variable = table.text("clave_entorno");
    Optional<Path> file = table.value("clave_archivo", folder::resolve);
    if (variable.isPresent() && file.isPresent()) {
      problems.add("dos_claves", table.path("clave_archivo"));
      return Optional.empty();
    }
    return variable.isEmpty() && file.isEmpty()
        ? Optional.empty()
        : Optional.of(new SecretSource(variable, file));
  }
}
