package uy.pfacturas.signing.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the content of the root ends in the bytes of a document. Only for documents that the parser
 * has found well-formed, in an encoding in which ASCII characters are the ASCII bytes and no
 * others.
 */
public final class RootEnd {
  private final byte[] xml;
  private int at;
  private int rootStart = -1;

  private RootEnd(byte[] xml) {
    this.xml = xml;
  }

  /** The same document with these bytes as the last child of its root; all others stay. */
  public static byte[] append(byte[] xml, byte[] child) {
    return new RootEnd(xml).append(child);
  }

  private byte[] append(byte[] child) {
    find();
    if (startsWith("</")) {
      return join(head(), child, tail(at));
    }
    // <root/> has no content yet: it becomes <root>child</root>.
    byte[] name = Arrays.copyOfRange(xml, rootStart + 1, nameEnd(rootStart + 1));
    return join(head(), ascii(">"), child, ascii("</"), name, ascii(">"), tail(at + 2));
  }

  /** Moves to the root's end tag, or to the {@code />} of a root without one. */
  private void find() {
    int depth = 0;
    while (true) {
      skipTo("<");
      if (startsWith("<!--")) {
        skipPast("-->");
      } else if (startsWith("<![CDATA[")) {
        skipPast("]]>");
      } else if (startsWith("<?")) {
        skipPast("?>");
      } else if (startsWith("</")) {
        depth--;
        if (depth == 0) {
          return;
        }
        skipPast(">");
      } else {
        rootStart = depth == 0 ? at : rootStart;
        skipToTagEnd();
        boolean isEmpty = xml[at - 1] == '/';
        if (isEmpty && depth == 0) {
          at--;
          return;
        }
        depth += isEmpty ? 0 : 1;
      }
    }
  }

  /** To the {@code >} of a start tag; attribute values may hold others. */
  private void skipToTagEnd() {
    while (xml[at] != '>') {
      byte quote = xml[at];
      at++;
      if (quote == '"' || quote == '\'') {
        while (xml[at] != quote) {
          at++;
        }
        at++;
      }
    }
  }

  private void skipTo(String mark) {
    while (!startsWith(mark)) {
      at++;
    }
  }

  private void skipPast(String mark) {
    skipTo(mark);
    at += mark.length();
  }

  private boolean startsWith(String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (xml[at + i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int nameEnd(int from) {
    int end = from;
    while (xml[end] != '/' && !Character.isWhitespace(xml[end])) {
      end++;
    }
    return end;
  }

  private byte[] head() {
    return Arrays.copyOf(xml, at);
  }

  private byte[] tail(int from) {
    return Arrays.copyOfRange(xml, from, xml.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int to = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, to, part.length);
      to += part.length;
    }
    return all;
  }
}
