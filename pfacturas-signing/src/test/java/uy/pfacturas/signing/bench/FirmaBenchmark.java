package uy.pfacturas.signing.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import uy.pfacturas.signing.TestKeys;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.SigningKey;
import uy.pfacturas.signing.provider.Cryptography;
import uy.pfacturas.signing.provider.ProviderChoice;
import uy.pfacturas.signing.provider.Providers;
import uy.pfacturas.signing.trust.TrustedCertificates;

/**
 * Bare RSA, our signature and our verification by each provider of cryptography, beside openssl and
 * xmlsec1. Started by {@code bench/firma}; {@code --corto} measures little.
 */
final class FirmaBenchmark {
  private static final Locale SPANISH = Locale.forLanguageTag("es-UY");
  private static final SignatureAlgorithm ALGORITHM = SignatureAlgorithm.RSA_SHA256;
  private static final byte[] SIGNED_INFO = new byte[600];
  private static final double OWN_MILLIS = 0.30;
  private static final double TIMES_RSA = 1.3;
  private static final double VERIFICATIONS = 3_000;
  private static final double SECOND = 1_000;

  private final Plan plan;
  private final OtherPrograms others;
  private final List<byte[]> documents;
  private final List<String> missed = new ArrayList<>();
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private FirmaBenchmark(Plan plan, Path folder) {
    this.plan = plan;
    this.others = new OtherPrograms(folder);
    this.documents = Documents.unsigned(plan.documents());
  }

  private record Row(String name, Cryptography cryptography) {}

  /** Called by {@code bench/firma}. */
  public static void main(String[] args) throws Exception {
    Plan plan = List.of(args).contains("--corto") ? Plan.SHORT : Plan.FULL;
    Path folder = Files.createTempDirectory("pfacturas-firma");
    try {
      new FirmaBenchmark(plan, folder).run();
    } finally {
      delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    List<Row> rows = rows();
    say("documentos de %d bytes, RSA-2048 con SHA-256; ms de procesador", documents.get(0).length);
    for (int threads : List.of(1, 2)) {
      say("%n%s", threads == 1 ? "Un hilo" : "Dos hilos a la vez");
      OptionalDouble openssl = others.opensslRate(threads, Math.max(1, plan.rounds() / 6));
      OptionalDouble xmlsec1 = others.xmlsec1Millis(threads, Documents.templates(plan.documents()));
      List<Turns.Cost> costs = new Turns(plan).measure(threads, acts(rows));
      say(
          "  %-11s %8s %8s %8s %7s %12s %11s %11s",
          "", "RSA", "firmar", "propio", "× RSA", "verif/s·núcl", "firmas/s", "verif/s");
      for (int n = 0; n < rows.size(); n++) {
        row(threads, rows.get(n), costs.subList(3 * n, 3 * n + 3), xmlsec1);
      }
      openssl.ifPresent(
          rate ->
              say(
                  "  openssl speed rsa2048: %.0f firmas/s%s, sin XML",
                  rate, threads > 1 ? " por reloj" : ""));
      xmlsec1.ifPresent(ms -> say("  xmlsec1 --sign, todos en una llamada: %.3f ms cada uno", ms));
    }
    say("%n%s", missed.isEmpty() ? "Cumple todo." : "No cumple: " + String.join("; ", missed));
  }

  private List<Row> rows() {
    Providers providers = new Providers();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("JDK", Cryptography.jdk()));
    rows.add(new Row("BouncyCastle", Cryptography.of(new BouncyCastleProvider())));
    for (ProviderChoice choice : List.of(ProviderChoice.CONSCRYPT, ProviderChoice.ACCP)) {
      long start = System.nanoTime();
      Cryptography chosen = providers.choose(choice, this::say);
      if (chosen.provider().isPresent()) {
        say("%s: %d ms en cargar", chosen.name(), (System.nanoTime() - start) / 1_000_000);
        rows.add(new Row(choice.name(), chosen));
      }
    }
    return rows;
  }

  /** Three for each provider. */
  private List<Runnable> acts(List<Row> rows) {
    List<Runnable> acts = new ArrayList<>();
    for (Row row : rows) {
      SigningKey key = TestKeys.COMPANY.by(row.cryptography());
      XmlSigner signer = new XmlSigner(key, ALGORITHM);
      XmlVerifier verifier =
          new XmlVerifier(
              TrustedCertificates.of(List.of(TestKeys.AUTHORITY.certificate())),
              row.cryptography());
      List<byte[]> signed =
          documents.stream().limit(100).map(xml -> signer.sign(xml).bytes()).toList();
      AtomicInteger next = new AtomicInteger();
      acts.add(() -> require(key.sign(SIGNED_INFO, ALGORITHM).length == 256));
      acts.add(() -> require(signer.sign(turn(documents, next)).digest().length() == 44));
      acts.add(() -> require(verifier.verify(turn(signed, next)).isValid()));
    }
    return acts;
  }

  private static byte[] turn(List<byte[]> all, AtomicInteger next) {
    return all.get(Math.floorMod(next.getAndIncrement(), all.size()));
  }

  private static void require(boolean isRight) {
    if (!isRight) {
      throw new IllegalStateException("not what was asked for");
    }
  }

  private void row(int threads, Row row, List<Turns.Cost> costs, OptionalDouble xmlsec1) {
    double rsa = costs.get(0).millis();
    double sign = costs.get(1).millis();
    double verified = SECOND / costs.get(2).millis();
    say(
        "  %-11s %8.3f %8.3f %8.3f %7.2f %12.0f %11.0f %11.0f",
        row.name(),
        rsa,
        sign,
        sign - rsa,
        sign / rsa,
        verified,
        costs.get(1).rate(),
        costs.get(2).rate());
    String which = row.name() + ", " + threads + " hilo" + (threads == 1 ? "" : "s");
    if (row.name().equals("BouncyCastle")) {
      return; // Only beside the others: it is not chosen for this.
    }
    aim(sign - rsa <= OWN_MILLIS, "costo propio ≤ 0,30 ms (%s)", which);
    aim(verified >= VERIFICATIONS, "3000 verificaciones por segundo y núcleo (%s)", which);
    if (row.cryptography().provider().isEmpty()) {
      aim(sign <= TIMES_RSA * rsa, "firmar ≤ 1,3 × RSA (%s)", which);
    } else if (xmlsec1.isPresent()) {
      aim(sign < xmlsec1.getAsDouble(), "más rápido que xmlsec1 (%s)", which);
    }
  }

  private void aim(boolean isMet, String what, String which) {
    if (!isMet) {
      missed.add(String.format(SPANISH, what, which));
    }
  }

  private void say(String format, Object... args) {
    out.println(String.format(SPANISH, format, args).stripTrailing());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
