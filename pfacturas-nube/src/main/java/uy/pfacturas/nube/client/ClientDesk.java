package uy.pfacturas.nube.client;

import java.util.Optional;

/**
 * Serves clients without a station of their own, by a station that lives in the cloud (protocol
 * §7): a request is the file in its mailbox, and gets the same answer as often as it is put.
 * Thread-safe; may block for some seconds.
 */
public interface ClientDesk extends AutoCloseable {
  /** Serves nobody. */
  ClientDesk NONE =
      new ClientDesk() {
        @Override
        public Optional<Shown> put(String ruc, String id, byte[] file) {
          return Optional.empty();
        }

        @Override
        public Optional<Shown> find(String ruc, String id) {
          return Optional.empty();
        }
      };

  /**
   * A document as it stands.
   *
   * @param json its status, one object with the keys of a status file, and {@code XmlFirmado} once
   *     it is signed
   * @param isFinal whether it is signed or closed; otherwise the client asks again
   */
  record Shown(String json, boolean isFinal) {}

  /**
   * Takes a request, and waits a while for what becomes of it. May be repeated for ever.
   *
   * @param ruc a company of this cloud
   * @param id the client's id, as it can be the name of a file
   * @param file the request as an ERP would write it
   * @return empty if clients are not served here
   */
  Optional<Shown> put(String ruc, String id, byte[] file);

  /** Finishes what is under way; nothing more is asked then. */
  @Override
  default void close() {}

  /** What became of a request; empty if there is none. */
  Optional<Shown> find(String ruc, String id);
}
