package uy.pfacturas.nube.http;

import java.util.function.Function;

/**
 * One route.
 *
 * @param method HTTP method
 * @param template path with variables in braces, such as {@code /v1/rut/{rut}}
 * @param access who may ask
 * @param action what is done; called from many threads
 */
record Endpoint(String method, String template, Access access, Function<Call, Answer> action) {
  /** Who may ask. */
  enum Access {
    /** Anybody. */
    OPEN,
    /** Whoever has an API key. */
    ANY_KEY,
    /** Whoever has an API key of the company in the variable {@code ruc}. */
    COMPANY
  }
}
