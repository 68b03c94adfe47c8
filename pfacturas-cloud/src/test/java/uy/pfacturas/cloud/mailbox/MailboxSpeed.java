package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Prints how fast a mailbox with 10,000 waiting files is worked off; run by hand. */
final class MailboxSpeed {
  private static final int FILES = 10_000;

  private MailboxSpeed() {}

  /** Takes no arguments. */
  @SuppressWarnings("SystemOut") // a program that is run by hand
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("buzon");
    try (Buzon buzon = new Buzon(folder)) {
      for (int round = 1; round <= 3; round++) {
        for (int n = 0; n < FILES; n++) {
          buzon.put("F" + n + ".txt", "[Pedido]\nId=" + n + "\n; " + "x".repeat(900) + "\n[Fin]\n");
        }
        long start = System.nanoTime();
        int claimed = 0;
        int answered = 0;
        long claiming = 0;
        while (true) {
          long before = System.nanoTime();
          List<Claim> claims = buzon.mailbox.claim(8);
          claiming += System.nanoTime() - before;
          claimed += claims.size();
          for (Claim claim : claims) {
            buzon.mailbox.writeStatus(
                buzon.status(Estado.FIRMADO, claim.baseName()), claim.baseName());
            buzon.mailbox.processed(claim);
            answered++;
          }
          if (claims.isEmpty()) {
            break;
          }
        }
        long all = System.nanoTime() - start;
        System.out.printf(
            "round %d: %d claimed at %.0f/s; claimed, answered and put away at %.0f/s%n",
            round, claimed, claimed / (claiming / 1e9), answered / (all / 1e9));
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
