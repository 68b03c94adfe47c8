package uy.pfacturas.core.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uy.pfacturas.core.fault.Place;

/**
 * Bytes to text, strictly: a byte that the encoding does not have is a fault with its offset, never
 * a replacement character.
 */
public final class Decoding {
  private static final Pattern DECLARATION =
      Pattern.compile("^<\\?xml\\s[^>]{0,120}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
  private static final Map<String, String> READ =
      Map.ofEntries(
          Map.entry("UTF-8", "UTF-8"),
          Map.entry("UTF8", "UTF-8"),
          Map.entry("US-ASCII", "US-ASCII"),
          Map.entry("ASCII", "US-ASCII"),
          Map.entry("ISO-8859-1", "ISO-8859-1"),
          Map.entry("LATIN1", "ISO-8859-1"),
          Map.entry("ISO-8859-15", "ISO-8859-15"),
          Map.entry("WINDOWS-1252", "windows-1252"),
          Map.entry("CP1252", "windows-1252"),
          Map.entry("IBM850", "IBM850"),
          Map.entry("CP850", "IBM850"),
          Map.entry("IBM437", "IBM437"),
          Map.entry("CP437", "IBM437"));
  private static final int AROUND = 16;

  private final Optional<Charset> declared;
  private final FaultList faults;

  /**
   * @param declared encoding of files that are neither UTF-8 nor ASCII; empty if none is declared
   */
  public Decoding(Optional<Charset> declared, FaultList faults) {
    this.declared = declared;
    this.faults = faults;
  }

  /** The text of a file that says nothing of its encoding; empty after a fault. */
  public Optional<String> text(byte[] bytes) {
    Optional<Mark> mark = Mark.of(bytes);
    if (mark.isPresent()) {
      return decode(bytes, mark.get().length(), mark.get().charset());
    }
    Attempt utf8 = Attempt.of(bytes, 0, StandardCharsets.UTF_8);
    if (utf8.text().isPresent()) {
      return utf8.text();
    } else if (declared.isPresent()) {
      return decode(bytes, 0, declared.get());
    }
    int offset = utf8.offset();
    faults.add(
        TreeFault.CODIFICACION_SIN_DECLARAR,
        "",
        place(bytes, offset),
        Integer.toString(offset),
        around(bytes, offset, "windows-1252"),
        around(bytes, offset, "IBM850"));
    return Optional.empty();
  }

  /** The text of an XML, whose declaration is believed; empty after a fault. */
  public Optional<String> xml(byte[] bytes) {
    Matcher m =
        DECLARATION.matcher(
            new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1));
    if (Mark.of(bytes).isPresent() || !m.find()) {
      return text(bytes);
    }
    Optional<Charset> charset =
        Optional.ofNullable(READ.get(m.group(1).toUpperCase(Locale.ROOT)))
            .filter(Charset::isSupported)
            .map(Charset::forName);
    if (charset.isEmpty()) {
      faults.add(TreeFault.CODIFICACION_NO_ATENDIDA, "", new Place(1, m.start(1) + 1), m.group(1));
      return Optional.empty();
    }
    return decode(bytes, 0, charset.get());
  }

  private Optional<String> decode(byte[] bytes, int from, Charset charset) {
    Attempt attempt = Attempt.of(bytes, from, charset);
    if (attempt.text().isEmpty()) {
      String hex =
          attempt.offset() < bytes.length
              ? String.format(Locale.ROOT, "0x%02X", bytes[attempt.offset()])
              : "-";
      faults.add(
          TreeFault.BYTE_INVALIDO,
          "",
          Place.NONE,
          charset.name(),
          Integer.toString(attempt.offset()),
          hex);
    }
    return attempt.text();
  }

  /** Where a byte stands; each byte before it in its line counts as a column. */
  private static Place place(byte[] bytes, int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Place(line, offset - start + 1);
  }

  /** What stands around a byte in its line. */
  private static String around(byte[] bytes, int offset, String charset) {
    int from = offset;
    while (from > Math.max(0, offset - AROUND) && !isLineEnd(bytes[from - 1])) {
      from--;
    }
    int to = offset;
    while (to < Math.min(bytes.length, offset + AROUND) && !isLineEnd(bytes[to])) {
      to++;
    }
    Charset reading =
        Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.ISO_8859_1;
    return new String(bytes, from, to - from, reading).strip();
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /** A byte order mark. */
  private record Mark(Charset charset, int length) {
    static Optional<Mark> of(byte[] b) {
      if (starts(b, 0xEF, 0xBB, 0xBF)) {
        return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
      } else if (starts(b, 0xFE, 0xFF)) {
        return Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
      } else if (starts(b, 0xFF, 0xFE)) {
        return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
      }
      return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
      boolean all = bytes.length >= mark.length;
      for (int i = 0; all && i < mark.length; i++) {
        all = (bytes[i] & 0xFF) == mark[i];
      }
      return all;
    }
  }

  /** A text, or the offset of the first byte that has none. */
  private record Attempt(Optional<String> text, int offset) {
    static Attempt of(byte[] bytes, int from, Charset charset) {
      CharsetDecoder decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
      CharBuffer out =
          CharBuffer.allocate((int) ((double) in.remaining() * decoder.maxCharsPerByte()) + 1);
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        decoder.flush(out);
        return new Attempt(Optional.of(out.flip().toString()), bytes.length);
      }
      return new Attempt(Optional.empty(), in.position());
    }
  }
}
