package uy.pfacturas.core.input;

import java.util.Optional;
import uy.pfacturas.core.fault.FaultCode;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.tree.Decoding;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.tree.Notation;

/**
 * Reads a file of the ERP, whatever of the three formats it is in.
 *
 * <p>Hostile input is safe: bounded time and memory, no DTDs, no entities; nothing but a {@link
 * Reading} comes back. Thread-safe.
 */
public final class PedidoReader {
  private final Syntax syntax;

  /** A reader for files written in this way. */
  public PedidoReader(Syntax syntax) {
    this.syntax = syntax;
  }

  /**
   * Reads one file.
   *
   * @param content all its bytes
   * @param fileName its name, whose ending ({@code .txt}, {@code .json}, {@code .xml}, any case)
   *     tells the format
   */
  public Reading read(byte[] content, String fileName) {
    FaultList faults = new FaultList();
    Optional<Source> source = Source.of(fileName);
    if (content.length > syntax.maxBytes()) {
      return unreadable(
          InputFault.DEMASIADO_GRANDE,
          Integer.toString(content.length),
          Integer.toString(syntax.maxBytes()));
    } else if (source.isEmpty()) {
      return unreadable(InputFault.EXTENSION, fileName);
    }
    Optional<String> text = text(content, source.get(), faults);
    if (text.map(t -> new Lines(t).isBlank()).orElse(false)) {
      return unreadable(InputFault.VACIO);
    }
    Optional<Node> tree = text.flatMap(t -> source.get().tree(t, faults));
    return tree.map(
            t -> new RequestBinder(t, notation(source.get()), syntax.numeracion(), faults).read())
        .orElseGet(() -> new Reading.Unreadable(Optional.empty(), faults.list()));
  }

  private Optional<String> text(byte[] content, Source source, FaultList faults) {
    Decoding decoding = new Decoding(syntax.charset(), faults);
    return source == Source.XML ? decoding.xml(content) : decoding.text(content);
  }

  private Notation notation(Source source) {
    return source == Source.TXT && syntax.decimalComma() ? Notation.COMMA : Notation.POINT;
  }

  private static Reading unreadable(FaultCode code, String... args) {
    FaultList faults = new FaultList();
    faults.add(code, "", Place.NONE, args);
    return new Reading.Unreadable(Optional.empty(), faults.list());
  }

  /**
   * Whether the content shows its own end, for files that were neither renamed in nor marked
   * complete: a text by its last line {@code [Fin]} or a {@code CantLinDet} that equals its items,
   * JSON and XML by being well-formed to the end. A file that {@link #read} refuses for its size or
   * name is complete.
   */
  public boolean isComplete(byte[] content, String fileName) {
    Optional<Source> source = Source.of(fileName);
    return content.length > syntax.maxBytes()
        || source.map(s -> new Completeness(syntax.charset()).isComplete(content, s)).orElse(true);
  }
}
