package uy.pfacturas.cloud;

import uy.pfacturas.cloud.mailbox.StatusFile;

/**
 * Is told of every new state of a document, before its status file is written, and of what keeps
 * the synchronizer from its work. Called from several threads; must be quick and not throw.
 */
@FunctionalInterface
public interface StatusListener {
  /** Tells nobody. */
  StatusListener NONE = (base, status) -> {};

  /**
   * A document has a new state.
   *
   * @param base base name of the ERP's file
   */
  void changed(String base, StatusFile status);

  /**
   * Something is wrong; told once while it lasts.
   *
   * @param what what is wrong and what to do, in sentences for a person
   */
  default void troubled(String what) {}

  /**
   * How many signed documents the cloud does not have; told about every second.
   *
   * @param left 0 or more
   */
  default void undelivered(long left) {}

  /** What was wrong is over. */
  default void over(Trouble trouble) {}
}
