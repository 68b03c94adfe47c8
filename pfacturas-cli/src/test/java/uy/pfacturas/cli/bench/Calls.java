package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Wall times of short programs, taken in turns. */
final class Calls {
  private static final String HELLO =
      """
      class Hello {
        public static void main(String[] args) {
          System.out.println("Hola");
        }
      }
      """;

  private final Path folder;

  Calls(Path folder) {
    this.folder = folder;
  }

  /** A command and the folder in which it is called. */
  record Command(List<String> words, Path in) {}

  /** The smallest Java program, compiled now. */
  Command hello() throws IOException {
    Path source = Files.writeString(folder.resolve("Hello.java"), HELLO);
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()) != 0) {
      throw new IllegalStateException("Hello was not compiled");
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Command(List.of(java, "-cp", folder.toString(), "Hello"), folder);
  }

  /** Times of each command, in their order; one call of each goes before and does not count. */
  List<Times> measure(int rounds, List<Command> commands) throws IOException, InterruptedException {
    List<List<Long>> nanos = new ArrayList<>();
    commands.forEach(command -> nanos.add(new ArrayList<>()));
    for (int round = 0; round <= rounds; round++) {
      for (int n = 0; n < commands.size(); n++) {
        long taken = call(commands.get(n));
        if (round > 0) {
          nanos.get(n).add(taken);
        }
      }
    }
    return nanos.stream().map(Times::ofNanos).toList();
  }

  private long call(Command command) throws IOException, InterruptedException {
    Path said = folder.resolve("dicho.txt");
    long start = System.nanoTime();
    int code =
        new ProcessBuilder(command.words())
            .directory(command.in().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    long taken = System.nanoTime() - start;
    if (code != 0) {
      throw new IllegalStateException(command + " ended with " + code + Files.readString(said));
    }
    return taken;
  }
}
