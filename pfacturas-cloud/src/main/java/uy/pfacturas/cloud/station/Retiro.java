package uy.pfacturas.cloud.station;

/** What came of withdrawing a document. */
public sealed interface Retiro {
  /** It is withdrawn; its number, if it had one, is unused. */
  record Retirado(Documento documento) implements Retiro {}

  /** It stays as it is: signed, or closed before. */
  record NoRetirado(Documento documento) implements Retiro {}

  /** There is no such document. */
  record Desconocido(String id) implements Retiro {}
}
