package uy.pfacturas.signing.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uy.pfacturas.signing.TestKeys;
import uy.pfacturas.signing.key.KeyPassword;

/** openssl and xmlsec1 on the same machine; empty where they are not. */
final class OtherPrograms {
  private static final String SECRET = "banco-de-pruebas";
  private static final double MILLIS = 1e3;

  private final Path folder;

  OtherPrograms(Path folder) {
    this.folder = folder;
  }

  /** RSA-2048 signatures a second of so many processes, by the clock on the wall when several. */
  OptionalDouble opensslRate(int processes, int seconds) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("openssl", "speed", "-seconds", Integer.toString(seconds)));
    if (processes > 1) {
      words.addAll(List.of("-multi", Integer.toString(processes)));
    }
    words.add("rsa2048");
    Matcher line =
        Pattern.compile("rsa 2048 bits +\\S+s +\\S+s +(\\S+)").matcher(said(words).orEmpty());
    return line.find() ? OptionalDouble.of(Double.parseDouble(line.group(1))) : none();
  }

  /**
   * Processor time in ms for each document that xmlsec1 signs, all in one call of each of so many
   * processes at once.
   */
  OptionalDouble xmlsec1Millis(int processes, List<byte[]> templates)
      throws IOException, InterruptedException {
    Path key = folder.resolve("empresa.p12");
    TestKeys.COMPANY.writePkcs12(key, KeyPassword.of(SECRET.toCharArray()));
    StringBuilder files = new StringBuilder();
    for (int n = 0; n < templates.size(); n++) {
      files.append(' ').append(Files.write(folder.resolve(n + ".xml"), templates.get(n)));
    }
    String call =
        "xmlsec1 --sign --pkcs12 " + key + " --pwd " + SECRET + files + " >/dev/null || exit 1";
    String all = ("{ " + call + "; } & ").repeat(processes) + "wait";
    // In a file: so many names are too long for an argument.
    Path script = folder.resolve("firmar.sh");
    Files.writeString(script, "TIMEFORMAT='%U %S'; time { " + all + "; }");
    Said said = said(List.of("bash", script.toString()));
    Matcher times = Pattern.compile("(\\d+\\.\\d+) (\\d+\\.\\d+)\\s*$").matcher(said.orEmpty());
    if (!times.find()) {
      return none();
    }
    double seconds = Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
    return OptionalDouble.of(seconds * MILLIS / templates.size() / processes);
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }

  private record Said(int code, String text) {
    String orEmpty() {
      return code == 0 ? text : "";
    }
  }

  private Said said(List<String> words) throws IOException, InterruptedException {
    Path out = folder.resolve("dicho.txt");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("LC_ALL", "C");
    try {
      int code = builder.start().waitFor();
      return new Said(code, Files.readString(out, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Said(-1, "");
    }
  }
}
