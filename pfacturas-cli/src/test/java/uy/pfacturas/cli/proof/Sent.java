package uy.pfacturas.cli.proof;

/**
 * A file that the ERP wrote.
 *
 * @param base its name without ending
 * @param id the ERP's id in it
 * @param isGood whether it is to become a document; else it is to be refused
 */
record Sent(String base, String id, boolean isGood) {
  /** Its name. */
  String file() {
    return base + ".txt";
  }
}
