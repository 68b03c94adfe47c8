package uy.pfacturas.core.rules;

/** Names places of a document as the ERP's file does, counted from 1. */
final class Path {
  private Path() {}

  static String item(int index, String element) {
    return of("Item", index, element);
  }

  /**
   * Place of an element of one of several groups; the index is from 0, an empty element the group.
   */
  static String of(String group, int index, String element) {
    String path = group + "[" + (index + 1) + "]";
    return element.isEmpty() ? path : path + "." + element;
  }
}
