package uy.pfacturas.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DGI's own files. Where they are not, tests are skipped with a line; in CI they fail. */
public final class References {
  private static final Pattern CFE = Pattern.compile("<ns0:CFE .*?</ns0:CFE>", Pattern.DOTALL);

  private References() {}

  public static Path file(String name) {
    Path file = Path.of(System.getProperty("pfacturas.referencias", "../../shared"), name);
    Required.orSkip(Files.exists(file), file + " is not here");
    return file;
  }

  /** The documents of DGI's envelope, each cut out byte for byte. */
  public static List<byte[]> sampleCfes() throws IOException {
    byte[] envelope = Files.readAllBytes(file("dgi/ejemplos/sobre-219999830019-ejemplo.xml"));
    Matcher matcher = CFE.matcher(new String(envelope, StandardCharsets.ISO_8859_1));
    List<byte[]> cut = new ArrayList<>();
    while (matcher.find()) {
      cut.add(matcher.group().getBytes(StandardCharsets.ISO_8859_1));
    }
    return cut;
  }
}
