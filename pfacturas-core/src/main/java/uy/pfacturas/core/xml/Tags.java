package uy.pfacturas.core.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tags of a well-formed XML without DTD, one after the other, by their place in its text. Texts
 * that are not well-formed give something, and an end.
 */
final class Tags {
  private final String xml;
  private int start;
  private int end;

  Tags(String xml) {
    this.xml = xml;
  }

  /** Moves to the next tag; false if there is none. */
  boolean next() {
    int at = xml.indexOf('<', end);
    while (at >= 0) {
      if (xml.startsWith("<!--", at)) {
        at = xml.indexOf('<', past("-->", at + 4));
      } else if (xml.startsWith("<![CDATA[", at)) {
        at = xml.indexOf('<', past("]]>", at + 9));
      } else if (xml.startsWith("<?", at)) {
        at = xml.indexOf('<', past("?>", at + 2));
      } else {
        start = at;
        end = tagEnd(at + 1);
        return true;
      }
    }
    end = xml.length();
    return false;
  }

  private int past(String mark, int from) {
    int found = xml.indexOf(mark, from);
    return found < 0 ? xml.length() : found + mark.length();
  }

  /** Past the {@code >} of a tag; attribute values may hold others. */
  private int tagEnd(int from) {
    int at = from;
    while (at < xml.length() && xml.charAt(at) != '>') {
      char c = xml.charAt(at);
      at = c == '"' || c == '\'' ? past(String.valueOf(c), at + 1) : at + 1;
    }
    return Math.min(xml.length(), at + 1);
  }

  /** Where the tag begins. */
  int start() {
    return start;
  }

  /** Where the tag has ended. */
  int end() {
    return end;
  }

  /** Whether it closes an element that another tag opened. */
  boolean isEnd() {
    return xml.startsWith("</", start);
  }

  /** Whether it is a whole element. */
  boolean isEmpty() {
    return xml.startsWith("/>", end - 2);
  }

  /** Where the name of a start tag has ended. */
  int nameEnd() {
    int at = start + 1;
    while (at < end && !isBreak(xml.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The name of a start tag, with its prefix. */
  String name() {
    return xml.substring(start + 1, nameEnd());
  }

  /** The attributes of a start tag, their values as they are written. */
  Map<String, String> attributes() {
    Map<String, String> found = new LinkedHashMap<>();
    int at = nameEnd();
    while (true) {
      int equals = at;
      while (equals < end && xml.charAt(equals) != '=') {
        equals++;
      }
      if (equals == end) {
        return found;
      }
      int open = equals + 1;
      while (open < end && isBreak(xml.charAt(open))) {
        open++;
      }
      int close = open < end ? xml.indexOf(xml.charAt(open), open + 1) : -1;
      if (close < 0 || close >= end) {
        return found;
      }
      found.put(xml.substring(at, equals).strip(), xml.substring(open + 1, close));
      at = close + 1;
    }
  }

  private static boolean isBreak(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/' || c == '>';
  }
}
