package uy.pfacturas.nube.http;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;

/**
 * Reads a body as it comes, up to a limit, without holding a thread while nothing comes: slow
 * askers do not keep others waiting. What is over the limit is dropped, and only a body that does
 * not end at all is cut: who still writes would not read why it was refused.
 */
final class BodyReader implements Invocable.Task {
  private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

  private static final int MOST_DROPPED = 4 << 20;

  private final Request request;
  private final int limit;
  private final Consumer<byte[]> whole;
  private final Consumer<Refusal> refused;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int dropped;

  /**
   * One reading, begun by {@link #run}.
   *
   * @param limit in bytes
   * @param whole gets the body; may wait
   * @param refused gets why there is none
   */
  BodyReader(Request request, int limit, Consumer<byte[]> whole, Consumer<Refusal> refused) {
    this.request = request;
    this.limit = limit;
    this.whole = whole;
    this.refused = refused;
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        LOG.debug("El pedido no llegó entero", chunk.getFailure());
        refused.accept(Refusal.of(Codigo.PEDIDO_INVALIDO, "HTTP"));
        return;
      }
      take(BufferUtil.toArray(chunk.getByteBuffer()));
      boolean last = chunk.isLast();
      chunk.release();
      if (dropped > 0 && (last || dropped > MOST_DROPPED)) {
        refused.accept(tooLarge(limit));
        return;
      }
      if (last) {
        whole.accept(body.toByteArray());
        return;
      }
    }
  }

  private void take(byte[] bytes) {
    if (dropped == 0 && body.size() + bytes.length <= limit) {
      body.writeBytes(bytes);
    } else {
      body.reset();
      dropped += bytes.length;
    }
  }

  /** A body over the limit. */
  static Refusal tooLarge(int limit) {
    return Refusal.of(Codigo.DEMASIADO_GRANDE, Integer.toString(limit));
  }

  @Override
  public InvocationType getInvocationType() {
    // What follows waits for the database: never on the thread that serves the sockets.
    return InvocationType.BLOCKING;
  }
}
