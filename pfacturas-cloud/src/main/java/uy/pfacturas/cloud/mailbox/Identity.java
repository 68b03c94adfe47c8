package uy.pfacturas.cloud.mailbox;

/** Where the identity of a request comes from; a setting of the mailbox. */
public enum Identity {
  /** From the file: {@code Id} is obligatory. */
  FILE_ID,
  /** The name of the file without its ending; each name once. */
  NOMBRE,
  /** Each arrival is a new request, for tills that always write the same name. */
  CADA_ARCHIVO
}
