package uy.pfacturas.cli.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between station and cloud, a port of this machine. Where it is not whole, what the
 * station asks reaches the cloud all the same, so that an answer that is lost is of something done.
 */
final class Wire implements AutoCloseable {
  /** What comes back to who asks. */
  enum Answer {
    WHOLE(""),
    BUSY("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"),
    BROKEN("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\n\r\noops"),
    GARBAGE("\u0000\u0001 no es HTTP \r\n\r\n"),
    OTHER_PAGE(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>"),
    HALF(""),
    NOTHING("");

    private final String text;

    Answer(String text) {
      this.text = text;
    }
  }

  private static final int HALF_BYTES = 40;

  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger spoilt = new AtomicInteger();
  private volatile int target;
  private volatile Answer answer = Answer.WHOLE;

  /** Leads to this port of this machine. */
  Wire(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Leads to another port from now on. */
  void lead(int port) {
    target = port;
    cut();
  }

  /** Answers like this from now on; what was connected is cut. */
  void answer(Answer next) {
    answer = next;
    spoilt.set(0);
    cut();
  }

  /** How many questions have had such an answer, or none, since then. */
  int spoilt() {
    return spoilt.get();
  }

  private void cut() {
    sockets.forEach(Wire::close);
    sockets.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket asker = server.accept();
        Socket cloud = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(asker);
        sockets.add(cloud);
        Answer now = answer;
        thread(() -> pump(asker, cloud));
        thread(() -> give(now, asker, cloud));
      } catch (IOException e) {
        // Closed, or the cloud is not there: who asked sees it.
      }
    }
  }

  /** What the cloud answers, or what is left of it. */
  private void give(Answer how, Socket asker, Socket cloud) {
    if (how == Answer.WHOLE) {
      pump(cloud, asker);
      return;
    }
    try (asker;
        cloud) {
      InputStream in = cloud.getInputStream();
      byte[] first = new byte[HALF_BYTES];
      int read = in.readNBytes(first, 0, first.length);
      spoilt.incrementAndGet();
      if (how == Answer.NOTHING) {
        // Until who asked has waited enough.
        in.transferTo(OutputStream.nullOutputStream());
      } else if (how == Answer.HALF) {
        asker.getOutputStream().write(first, 0, read);
      } else {
        asker.getOutputStream().write(how.text.getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      // One side has gone.
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has gone.
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
