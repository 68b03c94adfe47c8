package uy.pfacturas.nube.http;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;

/** Decides by line and headers of a request, before its body is read, whether it comes in. */
final class Gate {
  private static final String BEARER = "Bearer ";

  private final Router router;
  private final Companies companies;
  private final int maxBody;

  Gate(Router router, Companies companies, int maxBody) {
    this.router = router;
    this.companies = companies;
    this.maxBody = maxBody;
  }

  /** What it decides. */
  sealed interface Decision {
    /** In: by this route, with these variables. */
    record In(Endpoint endpoint, Map<String, String> variables) implements Decision {}

    /** Not in. */
    record Out(Refusal refusal) implements Decision {}
  }

  Decision decide(Request request) {
    String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
    Optional<Router.Match> match = router.find(path);
    if (match.isEmpty()) {
      return out(Codigo.RUTA_DESCONOCIDA, shown(path));
    }
    Optional<Endpoint> endpoint = match.get().find(request.getMethod());
    if (endpoint.isEmpty()) {
      return out(Codigo.METODO_NO_PERMITIDO, shown(path));
    }
    Map<String, String> variables = match.get().variables();
    Optional<Refusal> closed = refuse(request, endpoint.get(), variables);
    if (closed.isPresent()) {
      return new Decision.Out(closed.get());
    }
    return request.getLength() > maxBody
        ? new Decision.Out(BodyReader.tooLarge(maxBody))
        : new Decision.In(endpoint.get(), variables);
  }

  private Optional<Refusal> refuse(
      Request request, Endpoint endpoint, Map<String, String> variables) {
    if (endpoint.access() == Endpoint.Access.OPEN) {
      return Optional.empty();
    }
    String header =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)).orElse("");
    Optional<String> company =
        header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? companies.ruc(header.substring(BEARER.length()).strip())
            : Optional.empty();
    if (company.isEmpty()) {
      return Optional.of(Refusal.of(Codigo.SIN_CREDENCIAL));
    }
    String asked = variables.getOrDefault("ruc", "");
    return endpoint.access() == Endpoint.Access.COMPANY && !company.get().equals(asked)
        ? Optional.of(Refusal.of(Codigo.OTRA_EMPRESA, shown(asked)))
        : Optional.empty();
  }

  private static Decision out(Codigo codigo, String arg) {
    return new Decision.Out(Refusal.of(codigo, arg));
  }

  private static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
