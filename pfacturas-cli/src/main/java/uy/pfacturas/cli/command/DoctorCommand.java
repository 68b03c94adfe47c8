package uy.pfacturas.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import uy.pfacturas.cli.config.BuzonConfig;
import uy.pfacturas.cli.config.Config;
import uy.pfacturas.cli.config.Secrets;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.cli.doctor.Check;
import uy.pfacturas.cli.doctor.Finding;
import uy.pfacturas.cli.doctor.FolderCheck;
import uy.pfacturas.cli.doctor.HomesCheck;
import uy.pfacturas.cli.doctor.KeyCheck;
import uy.pfacturas.cli.doctor.NamesCheck;
import uy.pfacturas.cli.doctor.OrdersCheck;
import uy.pfacturas.cli.doctor.PaperCheck;
import uy.pfacturas.cli.doctor.SealCheck;
import uy.pfacturas.cli.doctor.SecondCopyCheck;
import uy.pfacturas.cli.doctor.SecretCheck;
import uy.pfacturas.core.json.Json;

/** Looks for what does not work or soon will not, and says what to do. */
@Command(name = "doctor", aliases = "diagnostico")
final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks(session.config())) {
      // Mailboxes that share a certificate or a disk are found the same of.
      List<Finding> found = check.look().stream().filter(f -> !findings.contains(f)).toList();
      found.forEach(this::show);
      findings.addAll(found);
    }
    long faults = count(findings, Finding.Grade.FAULT);
    if (session.options().isJson()) {
      session.show(json(findings));
    } else {
      session.say("doctor.resumen", faults, count(findings, Finding.Grade.WARNING));
    }
    return faults == 0 ? Exit.DONE.code() : Exit.DEVICE.code();
  }

  private List<Check> checks(Config config) {
    List<Check> checks = new ArrayList<>();
    checks.add(NamesCheck.ofProcess());
    checks.add(new FolderCheck(config.datos()));
    checks.add(new SecondCopyCheck(config.datos(), config.segundaCopia()));
    for (BuzonConfig buzon : config.buzones()) {
      checks.add(new FolderCheck(buzon.carpeta()));
    }
    checks.add(new HomesCheck(config.buzones()));
    Secrets secrets = new Secrets(session.environment());
    config.nube().ifPresent(nube -> checks.add(new SecretCheck(secrets, nube.clave())));
    config.firma().clave().ifPresent(clave -> checks.add(new SecretCheck(secrets, clave)));
    if (config.firma().origen().isPresent()) {
      checks.add(
          new KeyCheck(config, session.keys(), session.clock(), session.messages().locale()));
    }
    checks.add(new OrdersCheck(config, session.wiring(), session.clock()));
    for (BuzonConfig buzon : config.buzones()) {
      checks.add(new SealCheck(buzon.carpeta(), session.clock()));
    }
    if (config.impresion().pdf()) {
      checks.add(new PaperCheck());
    }
    return checks;
  }

  private static long count(List<Finding> findings, Finding.Grade grade) {
    return findings.stream().filter(f -> f.grade() == grade).count();
  }

  private void show(Finding finding) {
    if (session.options().isJson()) {
      return;
    }
    String grade = session.messages().get("doctor.grado." + finding.grade());
    session.console().out().println(grade + "  " + finding.sentence(session.messages()));
    if (finding.grade() != Finding.Grade.OK) {
      session.console().out().println("        " + finding.remedy(session.messages()));
    }
  }

  private ArrayNode json(List<Finding> findings) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    for (Finding finding : findings) {
      array
          .addObject()
          .put("grado", finding.grade().name())
          .put("que", finding.key())
          .put("mensaje", finding.sentence(session.messages()))
          .put("queHacer", finding.remedy(session.messages()));
    }
    return array;
  }
}
