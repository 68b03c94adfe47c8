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
 * @param hogar the ids that are issued here
 */
record Buzon(String nombre, Mailbox mailbox, Archive archive, Hogar hogar) {
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

  /**
   * The id at the cloud of a document of this mailbox.
   *
   * @param grupo the stations that share their ids: often only this one
   */
  String id(String grupo, String idErp) {
    return (nombre.isEmpty() ? grupo : grupo + "." + nombre) + "/" + idErp;
  }
}
