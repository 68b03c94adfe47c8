package uy.pfacturas.core.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.tree.TreeFault;

/** JSON with the tree of the text syntax: sections as objects, repeated ones as arrays. */
final class JsonTree {
  private static final int DEPTH = 12;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  private final FaultList faults;
  private int count;

  JsonTree(FaultList faults) {
    this.faults = faults;
  }

  /** The sections; empty after a fault. */
  Optional<Node> read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return document(parser);
    } catch (JsonProcessingException e) {
      faults.add(InputFault.JSON_MAL_FORMADO, "", place(Optional.ofNullable(e.getLocation())));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Node> document(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      faults.add(InputFault.JSON_SIN_OBJETO, "", here(parser));
      return Optional.empty();
    }
    Node root = Node.group("", here(parser));
    object(parser, root);
    if (count > Node.LIMIT) {
      String limit = Integer.toString(Node.LIMIT);
      faults.addLast(TreeFault.DEMASIADOS_DATOS, here(parser), limit);
      return Optional.empty();
    } else if (parser.nextToken() != null) {
      faults.add(InputFault.JSON_MAL_FORMADO, "", here(parser));
      return Optional.empty();
    }
    return Optional.of(root);
  }

  /** Reads to the end of an object, or until there are too many values. */
  private void object(JsonParser parser, Node into) throws IOException {
    while (count <= Node.LIMIT && parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Place key = here(parser);
      parser.nextToken();
      value(parser, name, key, into);
    }
  }

  private void value(JsonParser parser, String name, Place key, Node into) throws IOException {
    count++;
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Node group = Node.group(name, here(parser));
        into.add(group);
        object(parser, group);
      }
      case START_ARRAY -> {
        while (count <= Node.LIMIT && parser.nextToken() != JsonToken.END_ARRAY) {
          value(parser, name, here(parser), into);
        }
      }
      case VALUE_NULL -> into.add(Node.leaf(name, key, here(parser), ""));
      default -> into.add(Node.leaf(name, key, here(parser), parser.getText()));
    }
  }

  private static Place here(JsonParser parser) {
    return place(Optional.of(parser.currentTokenLocation()));
  }

  private static Place place(Optional<JsonLocation> location) {
    return location
        .filter(l -> l.getLineNr() > 0)
        .map(l -> new Place(l.getLineNr(), Math.max(1, l.getColumnNr())))
        .orElse(Place.NONE);
  }
}
