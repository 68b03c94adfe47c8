package uy.pfacturas.cloud;

import java.nio.file.Path;
import java.util.Locale;
import uy.pfacturas.cloud.archive.Archive;
import uy.pfacturas.cloud.mailbox.Mailbox;

/**
 * One mailbox of this station, open.
 *
 * @param nombre its name; empty for the only one
 * @param mailbox its folders
 * @param archive its signed documents
 */
record Buzon(String nombre, Mailbox mailbox, Archive archive) {
  Path root() {
    return mailbox.config().root();
  }

  Locale locale() {
    return mailbox.config().locale();
  }

  /** A path as status files show it: relative to the mailbox, with slashes. */
  String shown(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  /** The id at the cloud of a document of this mailbox. */
  String id(String instalacion, String idErp) {
    return (nombre.isEmpty() ? instalacion : instalacion + "." + nombre) + "/" + idErp;
  }
}
