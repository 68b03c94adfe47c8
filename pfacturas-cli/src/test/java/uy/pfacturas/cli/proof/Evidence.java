package uy.pfacturas.cli.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What both sides and the ERP hold when all is over. Numbers are text as in {@code 101-A-134}; ids
 * are the ERP's; what is absent is empty text.
 *
 * @param told the last status file of each file
 * @param toldBefore what earlier status files said, as far as they were seen
 * @param signedBefore by number, how many files the ERP had written when it was first seen signed
 * @param toldById the last status file of each id
 * @param kept the signed documents in the archive of the mailbox
 * @param recorded the documents in the station's store
 * @param leased the numbers in the cloud's ledger
 * @param stock what the station says of the numbers that bear no document
 * @param filed by file name, the folders in which it lies
 * @param quarantined contradictions that the cloud has put aside
 * @param contingencia whether the station still signs because the cloud does not
 */
record Evidence(
    List<Told> told,
    List<Told> toldBefore,
    Map<String, Integer> signedBefore,
    List<Told> toldById,
    List<Kept> kept,
    List<Recorded> recorded,
    List<Leased> leased,
    Stock stock,
    Map<String, List<String>> filed,
    int quarantined,
    boolean contingencia) {

  /** A status file: of which file or id, and what it said. */
  record Told(String of, String estado, String id, String numero, String hash) {}

  /** A signed XML, and the digest computed anew from it; empty if its signature is not valid. */
  record Kept(String numero, String id, String hash) {}

  /**
   * A document in the station's store.
   *
   * @param firmado its time of signing; the epoch if it is not signed
   * @param referencias numbers of the documents that it is about
   */
  record Recorded(
      String id,
      String situacion,
      String numero,
      String hash,
      Instant firmado,
      List<String> referencias) {
    boolean isSigned() {
      return situacion.startsWith("FIRMADO");
    }

    /** Whether the station signed it itself. */
    boolean isLocal() {
      return situacion.equals("FIRMADO_CONTINGENCIA");
    }
  }

  /** A number in the cloud's ledger, with the request of its block. */
  record Leased(String numero, String estado, String id, String hash, String solicitud) {}

  /**
   * Numbers of the station without a document.
   *
   * @param open in its open blocks
   * @param unused on its unused list
   * @param asked requests of blocks whose answer it has not taken yet
   */
  record Stock(Set<String> open, Set<String> unused, Set<String> asked) {}
}
