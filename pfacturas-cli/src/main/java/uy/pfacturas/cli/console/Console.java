package uy.pfacturas.cli.console;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command writes and reads. Answers go to {@code out}, everything else (progress, warnings,
 * failures) to {@code err}, so that a script can read the answers alone.
 *
 * @param out answers
 * @param err progress, warnings, failures
 * @param in what a person types
 * @param terminal whether a person watches: progress bars are drawn only then
 */
public record Console(PrintWriter out, PrintWriter err, BufferedReader in, boolean terminal) {
  private static final String TERMINAL = "pfacturas.terminal";

  /**
   * The process's own streams. Whether a person watches is told by the launcher (property {@code
   * pfacturas.terminal}): Java itself does not say it the same way in all versions.
   */
  public static Console ofProcess() {
    Charset charset = charset();
    return new Console(
        writer(FileDescriptor.out, charset),
        writer(FileDescriptor.err, charset),
        new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), charset)),
        Boolean.getBoolean(TERMINAL));
  }

  /**
   * What a person types and nobody else sees; empty where no person watches, or there is no more
   * input. On the process's own terminal it is not shown.
   */
  public Optional<char[]> readSecret(String question) {
    if (!terminal) {
      return Optional.empty();
    }
    err.print(question);
    err.flush();
    // A console that a test made is not the process's terminal.
    java.io.Console own = Boolean.getBoolean(TERMINAL) ? System.console() : null;
    if (own != null) {
      return Optional.ofNullable(own.readPassword());
    }
    try {
      return Optional.ofNullable(in.readLine()).map(String::toCharArray);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
  }

  /**
   * The terminal's encoding. Where the system names none (services, containers, the C locale) Java
   * says ASCII, in which Spanish cannot be written: then UTF-8.
   */
  private static Charset charset() {
    String name =
        System.getProperty("sun.stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
    Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }
}
