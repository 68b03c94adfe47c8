package uy.pfacturas.core.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import uy.pfacturas.core.fault.Place;

/**
 * A name in a file with its text or with what stands below it. Built by one thread, then read only.
 */
public final class Node {
  /** How many of them a file may have: twice what the largest document needs. */
  public static final int LIMIT = 60_000;

  private final String name;
  private final Place key;
  private final Place value;
  private final String text;
  private final List<Node> children = new ArrayList<>();
  private Map<String, String> attributes = Map.of();

  private Node(String name, Place key, Place value, String text) {
    this.name = name;
    this.key = key;
    this.value = value;
    this.text = text;
  }

  /** A group, still without anything below it. */
  public static Node group(String name, Place key) {
    return new Node(name, key, key, "");
  }

  /**
   * A name with its text.
   *
   * @param key where the name stands
   * @param value where the text begins
   */
  public static Node leaf(String name, Place key, Place value, String text) {
    return new Node(name, key, value, text);
  }

  /** Puts a node below this one, after those that are there. */
  public void add(Node child) {
    children.add(child);
  }

  /** Gives it the attributes of an element, by qualified name. */
  public void attributes(Map<String, String> given) {
    attributes = Map.copyOf(given);
  }

  /** The attributes of an element, by qualified name; empty where there are none. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** As the file writes it. */
  public String name() {
    return name;
  }

  /** Where the name stands. */
  public Place key() {
    return key;
  }

  /** Where the text begins; where the name stands, for a group. */
  public Place value() {
    return value;
  }

  /** The text as the file writes it; empty for a group. */
  public String text() {
    return text;
  }

  /** What stands below, in the order of the file. */
  public List<Node> children() {
    return Collections.unmodifiableList(children);
  }

  /** Whether there is no text in it, nor in what stands below: an empty value is absence. */
  public boolean isEmpty() {
    return text.isBlank() && children.stream().allMatch(Node::isEmpty);
  }
}
