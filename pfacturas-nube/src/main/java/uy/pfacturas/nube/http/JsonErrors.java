package uy.pfacturas.nube.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;

/** Answers for what the server refuses before any route sees it: a broken line, endless headers. */
final class JsonErrors implements Request.Handler {
  private final long epoca;

  JsonErrors(long epoca) {
    this.epoca = epoca;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean ours = response.getStatus() >= 500;
    Refusal refusal =
        ours
            ? Refusal.of(Codigo.ERROR_INTERNO)
            : Refusal.of(Codigo.PEDIDO_INVALIDO, "HTTP " + response.getStatus());
    new Exchange(request, response, callback, epoca).send(new Answer.No(refusal));
    return true;
  }
}
