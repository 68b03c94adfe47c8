package uy.pfacturas.cloud.archive;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with the folder of signed documents. */
public enum ArchiveFault implements FaultCode {
  /** A document could not be written; arguments: folder, what the system says. */
  NOT_WRITTEN("GUA-01"),
  /** Another document of that number is there; arguments: number, file. */
  ANOTHER_THERE("GUA-02"),
  /** A file cannot be read; arguments: file, what the system says. */
  NOT_READ("GUA-03"),
  /** A file is not what was written; argument: file. */
  DAMAGED("GUA-04");

  private final String code;

  ArchiveFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
