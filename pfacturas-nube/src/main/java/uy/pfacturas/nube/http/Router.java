package uy.pfacturas.nube.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/**
 * Finds the route of a path. Paths are matched as they were sent, and their variables decoded
 * afterwards, so that an id may hold slashes and dots.
 */
final class Router {
  private final PathMappings<Map<String, Endpoint>> mappings = new PathMappings<>();

  Router(List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      UriTemplatePathSpec spec = new UriTemplatePathSpec(endpoint.template());
      Map<String, Endpoint> methods = mappings.get(spec);
      if (methods == null) {
        methods = new HashMap<>();
        mappings.put(spec, methods);
      }
      methods.put(endpoint.method(), endpoint);
    }
  }

  /**
   * A path that is known.
   *
   * @param methods by HTTP method
   * @param variables decoded
   */
  record Match(Map<String, Endpoint> methods, Map<String, String> variables) {
    Optional<Endpoint> find(String method) {
      return Optional.ofNullable(methods.get(method));
    }
  }

  /**
   * The route of a path as it was sent.
   *
   * @throws MalformedRequestException if it is known, and its encoding is not valid
   */
  Optional<Match> find(String rawPath) {
    MatchedResource<Map<String, Endpoint>> matched = mappings.getMatched(rawPath);
    if (matched == null) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    ((UriTemplatePathSpec) matched.getPathSpec())
        .getPathParams(rawPath)
        .forEach((name, value) -> variables.put(name, decode(name, value)));
    return Optional.of(new Match(matched.getResource(), variables));
  }

  private static String decode(String name, String raw) {
    try {
      // A plus is a plus in a path; only in forms is it a blank.
      String latin = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new MalformedRequestException(name);
    }
  }
}
