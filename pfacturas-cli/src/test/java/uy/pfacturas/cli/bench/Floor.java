package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * What one document cannot do without, measured on this machine: a signature, the durable writes
 * that come one after the other before its final status, and two questions to the cloud.
 */
record Floor(Times signature, Times write, Times roundTrip) {
  /** The writes in their order: each must be on the disk before the next step begins. */
  static final List<String> WRITES =
      List.of(
          "estación: ENVIANDO, con número y contenido",
          "estación: segunda copia de ENVIANDO",
          "nube: firma guardada (1.er pedido)",
          "estación: FIRMADO, con el XML",
          "estación: segunda copia de FIRMADO",
          "nube: entrega guardada (2.º pedido)",
          "estación: acuse de la entrega");

  static final int ROUND_TRIPS = 2;
  static final int DOCUMENT = 4096;
  private static final int KEY = 2048;

  /** Measures each part so many times, after as many that do not count. */
  static Floor measure(Path folder, int rounds) throws IOException {
    return new Floor(signatures(rounds), writes(folder, rounds), roundTrips(rounds));
  }

  /** All its rounds with those of another. */
  Floor and(Floor other) {
    return new Floor(
        signature.and(other.signature), write.and(other.write), roundTrip.and(other.roundTrip));
  }

  /** In milliseconds: the medians of the parts, one after the other. */
  double total() {
    return signature.median() + WRITES.size() * write.median() + ROUND_TRIPS * roundTrip.median();
  }

  /** By the provider that the program would take too: the first of the machine. */
  private static Times signatures(int rounds) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY);
      KeyPair pair = generator.generateKeyPair();
      byte[] document = new byte[DOCUMENT];
      return time(
          rounds,
          () -> {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(document);
            return signature.sign().length;
          });
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Times writes(Path folder, int rounds) throws IOException {
    Path file = folder.resolve("piso.bin");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      return time(
          rounds,
          () -> {
            int written = channel.write(ByteBuffer.wrap(new byte[DOCUMENT]));
            channel.force(false);
            return written;
          });
    }
  }

  private static Times roundTrips(int rounds) throws IOException {
    try (Echo echo = new Echo()) {
      return time(rounds, echo::ask);
    }
  }

  /** Something that is timed; what it gives is only there so that it is not left out. */
  @FunctionalInterface
  private interface Part {
    int run() throws IOException, GeneralSecurityException;
  }

  private static Times time(int rounds, Part part) throws IOException {
    List<Long> nanos = new ArrayList<>();
    long sum = 0;
    try {
      for (int round = -rounds; round < rounds; round++) {
        long start = System.nanoTime();
        sum += part.run();
        if (round >= 0) {
          nanos.add(System.nanoTime() - start);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was done");
    }
    return Times.ofNanos(nanos);
  }
}
