package uy.pfacturas.cli.config;

import java.nio.file.Path;

/** The folder of the configuration file, against which its relative paths are resolved. */
record Folder(Path path) {
  /**
   * @throws java.nio.file.InvalidPathException (an IllegalArgumentException) if it is no path
   */
  Path resolve(String written) {
    return path.resolve(written).normalize();
  }
}
