package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.config.ConfigFile;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.console.Progress;
import uy.pfacturas.cli.validation.Holder;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.Verification;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.trust.Trust;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** Verifies the signatures of documents. */
@Command(name = "verify", aliases = "verificar")
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.xml", arity = "1..*", descriptionKey = "p.xml")
  private List<Path> files;

  @Option(names = "--confianza", paramLabel = "FILE.pem")
  private final List<Path> trusted = new ArrayList<>();

  private final Session session;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    XmlVerifier verifier = new XmlVerifier(TrustedCertificates.of(certificates()));
    ArrayNode answers = Json.MAPPER.createArrayNode();
    List<Exit> exits = new ArrayList<>();
    try (Progress progress = session.progress()) {
      for (Path file : files) {
        byte[] xml = new InputFile(session.folder().resolve(file)).read();
        Verification found = verifier.verify(xml);
        progress.aside(() -> exits.add(show(file, xml, found, answers)));
        progress.at(exits.size(), files.size());
      }
    }
    if (session.options().isJson()) {
      session.console().out().println(answers.toPrettyString());
    }
    return exits.stream().reduce(Exit.DONE, Exit::and).code();
  }

  private Exit show(Path file, byte[] xml, Verification found, ArrayNode answers) {
    return found.match(
        valid -> valid(file, xml, valid, answers), invalid -> invalid(file, invalid, answers));
  }

  private List<X509Certificate> certificates() {
    List<Path> paths = new ArrayList<>(trusted.stream().map(session.folder()::resolve).toList());
    if (Files.exists(session.configFile())) {
      paths.addAll(ConfigFile.read(session.configFile()).firma().confianza());
    }
    return paths.stream().flatMap(path -> TrustedCertificates.read(path).stream()).toList();
  }

  private Exit valid(Path file, byte[] xml, Verification.Valid valid, ArrayNode answers) {
    String signer = Holder.name(valid.certificate());
    boolean isInForce = isInForce(xml, valid);
    ObjectNode node = answers.addObject();
    node.put("archivo", file.toString()).put("valida", true).put("hash", valid.digest());
    node.put("firmante", signer).put("confianza", valid.trust().name());
    node.put("certificadoVigente", isInForce);
    if (!session.options().isJson()) {
      session.say("verify.valida", file, valid.digest(), signer);
      session.say("verify.confianza." + valid.trust().name().toLowerCase(Locale.ROOT));
      if (!isInForce) {
        session.say("verify.fuera_de_vigencia", valid.certificate().getNotAfter().toInstant());
      }
    }
    return valid.trust() == Trust.UNTRUSTED || !isInForce ? Exit.INVALID : Exit.DONE;
  }

  /**
   * Whether the certificate was in force when a CFE says that it was signed; true for other XML.
   */
  private static boolean isInForce(byte[] xml, Verification.Valid valid) {
    return !(CfeXml.parse(xml) instanceof CfeXml.Parsed.Document document)
        || document.cfe().tmstFirma().map(t -> valid.wasInForce(t.toInstant())).orElse(true);
  }

  private Exit invalid(Path file, Verification.Invalid invalid, ArrayNode answers) {
    Locale locale = session.messages().locale();
    ObjectNode node = answers.addObject();
    node.put("archivo", file.toString()).put("valida", false).put("codigo", invalid.code());
    node.put("mensaje", invalid.sentence(locale)).put("queHacer", invalid.remedy(locale));
    if (!session.options().isJson()) {
      session.say("verify.invalida", file, invalid.sentence(locale), invalid.code());
      session.console().out().println("  " + invalid.remedy(locale));
    }
    return Exit.INVALID;
  }
}
