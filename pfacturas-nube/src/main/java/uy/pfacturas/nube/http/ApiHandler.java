package uy.pfacturas.nube.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.store.StoreException;

/** Serves the routes; whatever happens, the answer is JSON and shows nothing of the inside. */
final class ApiHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

  private final Gate gate;
  private final long epoca;
  private final int maxBody;

  ApiHandler(Gate gate, long epoca, int maxBody) {
    this.gate = gate;
    this.epoca = epoca;
    this.maxBody = maxBody;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback, epoca);
    try {
      Gate.Decision decision = gate.decide(request);
      if (decision instanceof Gate.Decision.In in) {
        read(exchange, in);
      } else if (decision instanceof Gate.Decision.Out out) {
        Answer no = new Answer.No(out.refusal());
        new BodyReader(request, 0, body -> exchange.send(no), refusal -> exchange.send(no)).run();
      }
    } catch (RuntimeException e) {
      exchange.send(new Answer.No(refusal(e)));
    }
    return true;
  }

  private void read(Exchange exchange, Gate.Decision.In in) {
    new BodyReader(
            exchange.request(),
            maxBody,
            body -> exchange.send(serve(exchange.request(), in, body)),
            refusal -> exchange.send(new Answer.No(refusal)))
        .run();
  }

  private static Answer serve(Request request, Gate.Decision.In in, byte[] body) {
    try {
      String query = request.getHttpURI().getQuery();
      Call call = new Call(in.variables(), query == null ? "" : query, body);
      return in.endpoint().action().apply(call);
    } catch (RuntimeException e) {
      return new Answer.No(refusal(e));
    }
  }

  private static Refusal refusal(RuntimeException e) {
    if (e instanceof MalformedRequestException malformed) {
      return Refusal.of(Codigo.PEDIDO_INVALIDO, malformed.part());
    }
    if (e instanceof StoreException) {
      LOG.error("La base de datos no aceptó un cambio", e);
      return Refusal.of(Codigo.SIN_ALMACEN);
    }
    LOG.error("Falló un pedido", e);
    return Refusal.of(Codigo.ERROR_INTERNO);
  }
}
