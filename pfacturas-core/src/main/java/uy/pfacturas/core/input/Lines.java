package uy.pfacturas.core.input;

/**
 * The lines of a text, whatever ends them: CR, LF or both. DOS's end-of-file at the end and form
 * feeds are no part of it.
 */
final class Lines {
  private static final char DOS_END = 0x1A;

  private final String text;
  private int at;
  private int number;
  private String line = "";

  Lines(String text) {
    int end = text.length();
    while (end > 0 && isPadding(text.charAt(end - 1))) {
      end--;
    }
    this.text = text.substring(0, end).replace("\f", "");
  }

  private static boolean isPadding(char c) {
    return c == DOS_END || c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  /** Goes to the next line; false at the end. */
  boolean next() {
    if (at >= text.length()) {
      return false;
    }
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    line = text.substring(at, end);
    boolean both = text.startsWith("\r\n", end);
    at = end + (both ? 2 : 1);
    number++;
    return true;
  }

  /** Whether there is nothing to read. */
  boolean isBlank() {
    return text.isBlank();
  }

  /** This line, without its end. */
  String line() {
    return line;
  }

  /** Its number, from 1. */
  int number() {
    return number;
  }

  /** How many blanks stand before the first other character. */
  static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
