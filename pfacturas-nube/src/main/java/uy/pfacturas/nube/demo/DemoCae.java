package uy.pfacturas.nube.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cae.CaeXml;
import uy.pfacturas.core.cae.Constancia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.EstadoCae;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.algorithm.SignatureAlgorithm;
import uy.pfacturas.signing.key.SigningKey;

/** Authorisations of the demo, in DGI's form and signed by a demo key in DGI's place. */
final class DemoCae {
  private static final List<TipoCfe> TYPES =
      Stream.of(TipoCfe.values()).filter(tipo -> !tipo.isContingencia()).toList();
  private static final int SIZE = 200_000;
  private static final int ENOUGH = 20_000;
  private static final int LAST = 9_999_999;

  private final Companies companies;
  private final XmlSigner dgi;
  private final ZonedDateTime now;

  DemoCae(Companies companies, SigningKey dgi, Clock clock) {
    this.companies = companies;
    this.dgi = new XmlSigner(dgi, SignatureAlgorithm.RSA_SHA256);
    this.now = ZonedDateTime.now(clock.withZone(CaeBook.ZONE)).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Adds one for each type that has not enough numbers for a month. */
  void complete(String ruc) {
    for (TipoCfe tipo : TYPES) {
      List<EstadoCae> all =
          companies.caes(ruc).stream().filter(e -> e.cae().tipo() == tipo).toList();
      LocalDate month = now.toLocalDate().plusMonths(1);
      boolean enough =
          all.stream().anyMatch(e -> e.quedan() >= ENOUGH && e.cae().vence().isAfter(month));
      int next = all.stream().mapToInt(e -> e.cae().hasta()).max().orElse(0) + 1;
      if (!enough && next <= LAST) {
        companies.importCae(ruc, file(ruc, tipo, next, companies.caes(ruc).size() + 1));
      }
    }
  }

  private byte[] file(String ruc, TipoCfe tipo, int desde, int ordinal) {
    long id =
        Long.parseLong(String.format(Locale.ROOT, "90%02d%06d0", now.getYear() % 100, ordinal));
    Cae cae =
        new Cae(
            id,
            tipo,
            "A",
            desde,
            Math.min(LAST, desde + SIZE - 1),
            now.toLocalDate().plusYears(2),
            Optional.empty(),
            Optional.empty());
    OffsetDateTime signed = now.toOffsetDateTime();
    return dgi.sign(CaeXml.render(new Constancia(new Rut(ruc), cae, now.toLocalDate(), signed)))
        .bytes();
  }
}
