package uy.pfacturas.cloud.station;

/** What the epoch of an answer says of the cloud's database. */
public enum Epoca {
  /** The life that is known. */
  ACTUAL,
  /** An older life: the answer is dropped. */
  ANTERIOR,
  /** A new life: the cloud was restored. */
  NUEVA
}
