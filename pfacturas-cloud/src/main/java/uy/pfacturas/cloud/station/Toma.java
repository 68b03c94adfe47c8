package uy.pfacturas.cloud.station;

/** What came of asking for a number for a document. */
public sealed interface Toma {
  /**
   * The document has its number, stored and copied.
   *
   * @param quedan numbers of its type that are left; 0 of CFC, whose numbers are on paper
   */
  record Numerado(Documento documento, int quedan) implements Toma {}

  /** There is no number of this type in stock; nothing was changed but that it waits. */
  record SinNumero(Documento documento) implements Toma {}

  /** The number that came with the file belongs to another id; nothing was changed. */
  record Repetido(Documento otro) implements Toma {}

  /** The number that came with the file will never be used; nothing was changed. */
  record Anulado() implements Toma {}

  /** The id is taken: by this very document, or by another content. */
  record Ocupado(Documento documento) implements Toma {}
}
