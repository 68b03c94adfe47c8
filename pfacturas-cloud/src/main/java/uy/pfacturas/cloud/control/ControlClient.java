package uy.pfacturas.cloud.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the synchronizer that runs on a data folder. Needs nothing but a socket, so that a small
 * command starts fast: requests and answers are JSON texts.
 */
public final class ControlClient {
  private static final int CONNECT_MILLIS = 1000;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ControlFile file;

  private ControlClient(ControlFile file) {
    this.file = file;
  }

  /**
   * The one that runs on this data folder; empty if none lives. What a dead one left behind is not
   * taken for it.
   *
   * @throws ControlException if one runs there for another user
   */
  public static Optional<ControlClient> find(Path dataFolder) {
    try {
      Optional<ControlFile> found = ControlFile.find(dataFolder).filter(ControlClient::hasProcess);
      if (found.isPresent()) {
        connect(found.get()).close();
      }
      return found.map(ControlClient::new);
    } catch (java.nio.file.AccessDeniedException e) {
      throw ControlFault.NOT_ACCEPTED.exception(e, "control.txt");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The one that a data folder speaks of, if its process is there; whether it answers {@link #ask}
   * finds out. For commands that have another way if it does not, and no time to knock first.
   */
  public static Optional<ControlClient> presume(Path dataFolder) {
    try {
      return ControlFile.find(dataFolder).filter(ControlClient::hasProcess).map(ControlClient::new);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean hasProcess(ControlFile file) {
    return ProcessHandle.of(file.pid()).isPresent();
  }

  /**
   * Asks for one order and waits for its end.
   *
   * @param orden its name, lower-case letters and dashes
   * @param argumentos its arguments, the text of a JSON object
   * @param avance takes each line of progress, the text of a JSON value
   * @return the answer, the text of a JSON value
   * @throws ControlException if it was refused, with the code of the handler, or if the
   *     synchronizer went away ({@link ControlFault#NO_ANSWER}): then the order may have been done
   *     or not
   */
  public String ask(String orden, String argumentos, Consumer<String> avance) {
    if (!orden.matches("[a-z][a-z-]*")) {
      throw new IllegalArgumentException("orden is not lower-case letters and dashes: " + orden);
    }
    byte[] body =
        ("{\"orden\":\"" + orden + "\",\"argumentos\":" + argumentos + "}").getBytes(UTF_8);
    try (Socket socket = connect(file)) {
      socket.getOutputStream().write(head(body.length).getBytes(US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      skipHead(lines);
      return answer(lines, avance);
    } catch (IOException e) {
      throw ControlFault.NO_ANSWER.exception(e);
    }
  }

  private String head(int length) {
    // 1.0, so that the answer comes as it is written, without chunks.
    return "POST /v1/orden HTTP/1.0\r\nAuthorization: Bearer "
        + file.token()
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static void skipHead(BufferedReader lines) throws IOException {
    String status = line(lines);
    for (String header = line(lines); !header.isEmpty(); header = line(lines)) {
      // of no interest
    }
    if (!status.matches("HTTP/1\\.[01] 200 .*")) {
      throw ControlFault.NOT_ACCEPTED.exception(status);
    }
  }

  private static String answer(BufferedReader lines, Consumer<String> avance) throws IOException {
    while (true) {
      ControlLine line = ControlLine.parse(line(lines));
      switch (line.kind()) {
        case AVANCE -> avance.accept(line.json());
        case RESPUESTA -> {
          return line.json();
        }
        case ERROR -> throw line.error();
      }
    }
  }

  private static String line(BufferedReader lines) throws IOException {
    @Nullable String line = lines.readLine();
    if (line == null) {
      throw new IOException("end before the answer");
    }
    return line;
  }

  private static Socket connect(ControlFile file) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), file.port()), CONNECT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
