package uy.pfacturas.cli.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The line between a station and its cloud: a TCP relay on loopback that a test cuts and mends.
 * What is open then breaks, in the middle of whatever it carries; only where the line falls silent
 * or slow it stays open, and nobody learns of it.
 */
public final class Line implements AutoCloseable {
  /** What becomes of what is sent. */
  public enum State {
    /** It arrives. */
    UP,
    /** Nobody listens. */
    DOWN,
    /** It is taken, and neither it nor an answer arrives. */
    SILENT,
    /** It arrives; the answers come when it is up again. */
    SLOW
  }

  private static final int QUEUE = 50;
  private static final int CHUNK = 16 << 10;

  private final int port;
  private final Set<Wire> wires = new HashSet<>();
  private Optional<ServerSocket> listening = Optional.empty();
  private volatile State state = State.DOWN;
  private int to;

  /** A connection of the station, and the one beyond it. */
  private record Wire(Socket here, Socket beyond) {
    /** Both ends learn of it at once, as of a cable that is cut. */
    void cut() {
      cut(here);
      cut(beyond);
    }

    private static void cut(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException e) {
        // It was closed before.
      }
    }
  }

  /**
   * Down.
   *
   * @param to port on loopback behind it
   */
  public Line(int to) {
    this.to = to;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its own port on loopback, the same for ever. */
  public int port() {
    return port;
  }

  /** Puts another port behind it. */
  public synchronized void lead(int beyond) {
    to = beyond;
    set(state);
  }

  /** From now on it is so. */
  public synchronized void set(State next) {
    boolean isQuiet = next == State.SILENT || (isWhole(state) && isWhole(next) && state != next);
    state = next;
    if (!isQuiet) {
      wires.forEach(Wire::cut);
      wires.clear();
    }
    notifyAll();
    if (next == State.DOWN) {
      deafen();
    } else if (listening.isEmpty()) {
      listen();
    }
  }

  private static boolean isWhole(State state) {
    return state == State.UP || state == State.SLOW;
  }

  private void listen() {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), QUEUE);
      listening = Optional.of(socket);
      run(() -> take(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deafen() {
    try {
      if (listening.isPresent()) {
        listening.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listening = Optional.empty();
  }

  private void take(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        connect(socket.accept());
      } catch (IOException e) {
        // It was deafened, or whoever called is gone.
      }
    }
  }

  private synchronized void connect(Socket here) throws IOException {
    Socket beyond = new Socket();
    Wire wire = new Wire(here, beyond);
    try {
      here.setTcpNoDelay(true);
      if (isWhole(state)) {
        beyond.setTcpNoDelay(true);
        beyond.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
        run(() -> carry(wire, beyond, here, true));
      }
      wires.add(wire);
      run(() -> carry(wire, here, beyond, false));
    } catch (IOException e) {
      // Nobody is beyond it.
      wire.cut();
    }
  }

  private void carry(Wire wire, Socket from, Socket into, boolean isAnswer) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
        if (isAnswer) {
          awaitSpeed();
        }
        if (isWhole(state)) {
          into.getOutputStream().write(chunk, 0, read);
        }
      }
    } catch (IOException | InterruptedException e) {
      // One end is gone.
    }
    ended(wire);
  }

  private synchronized void awaitSpeed() throws InterruptedException {
    while (state == State.SLOW) {
      wait();
    }
  }

  private synchronized void ended(Wire wire) {
    if (state != State.SILENT) {
      wire.cut();
      wires.remove(wire);
    }
  }

  private static void run(Runnable work) {
    Thread thread = new Thread(work, "linea");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    set(State.DOWN);
  }
}
