package uy.pfacturas.nube.cae;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cae.CaeXml;
import uy.pfacturas.core.cae.Constancia;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.protocol.EstadoCae;
import uy.pfacturas.nube.epoch.Gap;
import uy.pfacturas.nube.epoch.Mark;
import uy.pfacturas.nube.epoch.Pending;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;
import uy.pfacturas.nube.store.Store;
import uy.pfacturas.signing.Verification;

/** The CAEs of the companies. Thread-safe. */
public final class CaeBook {
  /** Uruguay's time, by which DGI's days begin. */
  public static final ZoneId ZONE = ZoneId.of("America/Montevideo");

  private final Store store;
  private final CaeTrust trust;
  private final Ambiente ambiente;
  private final Clock clock;

  /**
   * The book in a store.
   *
   * @param trust folder with the certificates that sign CAEs
   * @param clock for the dates on which they expire
   */
  public CaeBook(Store store, Path trust, Ambiente ambiente, Clock clock) {
    this.store = store;
    this.trust = new CaeTrust(trust);
    this.ambiente = ambiente;
    this.clock = clock;
  }

  /** Takes DGI's file in, durably; the same file again changes nothing. */
  public Reply<Cae> take(String ruc, byte[] file) {
    Verification verification = trust.verify(file);
    Optional<Refusal> untrusted = CaeTrust.refusal(verification);
    if (untrusted.isPresent()) {
      return Reply.refuse(untrusted.get());
    }
    CaeXml.Parsed parsed = CaeXml.parse(file);
    if (parsed instanceof CaeXml.Parsed.Malformed malformed) {
      return Reply.refuse(Refusal.of(Codigo.CAE_ILEGIBLE).withFaltas(malformed.faults()));
    }
    Constancia constancia = ((CaeXml.Parsed.Document) parsed).constancia();
    return unfit(ruc, constancia, verification.valid().orElseThrow())
        .<Reply<Cae>>map(Reply::refuse)
        .orElseGet(() -> store.write(h -> add(h, ruc, constancia.cae(), file)));
  }

  private Optional<Refusal> unfit(String ruc, Constancia constancia, Verification.Valid signature) {
    String signer = signature.certificate().getSubjectX500Principal().getName();
    if (ambiente.isFiscal() && isTest(signer)) {
      return Optional.of(Refusal.of(Codigo.CAE_DE_PRUEBA));
    }
    if (!signature.wasInForce(constancia.firmada().toInstant())) {
      return Optional.of(Refusal.of(Codigo.CAE_SIN_FIRMA_DE_DGI, signer));
    }
    if (!constancia.ruc().digitos().equals(ruc)) {
      return Optional.of(Refusal.of(Codigo.CAE_DE_OTRA_EMPRESA, constancia.ruc().digitos(), ruc));
    }
    return Optional.empty();
  }

  /** DGI's test authority says PRUEBA in its subject, a demo's DEMO. */
  private static boolean isTest(String subject) {
    String upper = subject.toUpperCase(Locale.ROOT);
    return upper.contains("PRUEBA") || upper.contains("DEMO");
  }

  private Reply<Cae> add(Handle handle, String ruc, Cae cae, byte[] file) {
    List<Cae> others =
        handle
            .createQuery("SELECT registro FROM cae WHERE ruc = :ruc AND tipo = :tipo ORDER BY n")
            .bind("ruc", ruc)
            .bind("tipo", cae.tipo().codigo())
            .map((row, context) -> cae(row.getString("registro")))
            .list();
    if (others.contains(cae)) {
      return Reply.of(cae);
    }
    Stream<Cae> overlapping =
        others.stream().filter(o -> o.caeId() == cae.caeId() || overlaps(o, cae));
    Optional<Cae> other = overlapping.findFirst();
    if (other.isPresent()) {
      return Reply.refuse(
          Refusal.of(
              Codigo.CAE_SUPERPUESTA,
              Long.toString(cae.caeId()),
              Long.toString(other.get().caeId())));
    }
    if (isExpired(cae)) {
      return Reply.refuse(Refusal.of(Codigo.CAE_YA_VENCIDA, cae.vence().toString()));
    }
    handle
        .createUpdate(
            "INSERT INTO cae (ruc, cae_id, tipo, serie, desde, hasta, vence, registro, archivo,"
                + " siguiente) VALUES (:ruc, :id, :tipo, :serie, :desde, :hasta, :vence,"
                + " :registro, :archivo, :desde)")
        .bind("ruc", ruc)
        .bind("id", cae.caeId())
        .bind("tipo", cae.tipo().codigo())
        .bind("serie", cae.serie())
        .bind("desde", cae.desde())
        .bind("hasta", cae.hasta())
        .bind("vence", cae.vence().toString())
        .bind("registro", json(cae))
        .bind("archivo", file)
        .execute();
    passOver(handle, ruc, cae);
    return Reply.created(cae);
  }

  /** A restored database may not know that it had this CAE, and gave numbers of it. */
  private void passOver(Handle handle, String ruc, Cae cae) {
    Mark mark = store.epoch().mark();
    int highest = mark.highest(ruc, cae.caeId());
    if (highest >= cae.desde()) {
      long n =
          handle
              .createQuery("SELECT n FROM cae WHERE ruc = :ruc AND cae_id = :id")
              .bind("ruc", ruc)
              .bind("id", cae.caeId())
              .mapTo(Long.class)
              .one();
      Gap.open(handle, n, highest, clock.instant());
      Pending.settle(handle, mark, ruc, clock.instant());
    }
  }

  private static boolean overlaps(Cae one, Cae other) {
    return one.serie().equals(other.serie())
        && one.desde() <= other.hasta()
        && other.desde() <= one.hasta();
  }

  /** All of a company, by type, then by the date on which they expire. */
  public List<EstadoCae> list(String ruc) {
    return store.read(
        h ->
            h.createQuery(
                    "SELECT registro, hasta - siguiente + 1 AS quedan FROM cae WHERE ruc = :ruc"
                        + " ORDER BY tipo, vence, n")
                .bind("ruc", ruc)
                .map(
                    (row, context) -> {
                      Cae cae = cae(row.getString("registro"));
                      return new EstadoCae(cae, row.getInt("quedan"), isExpired(cae));
                    })
                .list());
  }

  private boolean isExpired(Cae cae) {
    return cae.vence().isBefore(LocalDate.now(clock.withZone(ZONE)));
  }

  /** A CAE from its stored form. */
  public static Cae cae(String registro) {
    try {
      return Json.MAPPER.readValue(registro, Cae.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored CAE is not readable", e);
    }
  }

  private static String json(Cae cae) {
    try {
      return Json.MAPPER.writeValueAsString(cae);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a CAE cannot be written", e);
    }
  }
}
