package uy.pfacturas.cloud;

import uy.pfacturas.cloud.mailbox.StatusFile;

/** Is told of every new state of a document, before its status file is written. */
@FunctionalInterface
public interface StatusListener {
  /** Tells nobody. */
  StatusListener NONE = (base, status) -> {};

  /**
   * A document has a new state. Called from several threads; must be quick and not throw.
   *
   * @param base base name of the ERP's file
   */
  void changed(String base, StatusFile status);
}
