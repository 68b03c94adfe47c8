package uy.pfacturas.cloud;

import java.util.Optional;
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

  /**
   * It takes no files, or takes them again. Called from several threads, once for each change; must
   * be quick and not throw.
   *
   * @param reason why it takes none, and what to do; empty when it goes on
   */
  default void paused(Optional<String> reason) {}
}
