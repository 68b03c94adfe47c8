package uy.pfacturas.cli.doctor;

import java.util.List;
import java.util.Locale;

/**
 * Whether Java can open files whose names have accents: it cannot where the system's locale is
 * plain ASCII, as it often is for services.
 *
 * @param encoding of file names, by Java's property {@code sun.jnu.encoding}
 */
public record NamesCheck(String encoding) implements Check {
  /** Of this process. */
  public static NamesCheck ofProcess() {
    return new NamesCheck(System.getProperty("sun.jnu.encoding", ""));
  }

  @Override
  public List<Finding> look() {
    String name = encoding.toUpperCase(Locale.ROOT);
    boolean ascii = name.startsWith("ANSI_X3") || name.equals("US-ASCII") || name.equals("ASCII");
    return List.of(
        ascii ? Finding.fault("nombres_ascii", encoding) : Finding.ok("nombres", encoding));
  }
}
