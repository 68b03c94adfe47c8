package uy.pfacturas.nube.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.epoch.Epoch;
import uy.pfacturas.nube.epoch.Mark;
import uy.pfacturas.nube.epoch.Pending;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;

/**
 * Gives a station a slice of a CAE: counter and block in one commit, the same block for the same
 * request for ever.
 *
 * @param ruc issuer
 * @param estacion who asks
 * @param tipo type of document
 * @param solicitud the request's name
 * @param asked the request
 */
record Lease(String ruc, String estacion, TipoCfe tipo, String solicitud, SolicitudBloque asked) {
  /** A CAE with numbers left. */
  private record Source(
      long n, long caeId, String serie, int desde, int siguiente, int hasta, LocalDate vence) {
    boolean covers(Numero numero) {
      return serie.equals(numero.serie()) && desde <= numero.nro() && numero.nro() <= hasta;
    }
  }

  Reply<Bloque> take(Handle handle, Epoch epoch, Clock clock) {
    long epoca = epoch.epoca();
    if (asked.epoca() != epoca) {
      return Reply.refuse(Refusal.of(Codigo.OTRA_EPOCA, Long.toString(epoca)));
    }
    if (epoch.isSettling() && isUncertain(handle)) {
      return Reply.refuse(Refusal.of(Codigo.NUBE_RESTAURADA));
    }
    Optional<Refusal> life =
        Vidas.refuseBlock(handle, epoch.mark(), clock, ruc, estacion, asked.encarnacion());
    if (life.isPresent()) {
      return Reply.refuse(life.get());
    }
    Optional<Bloque> given = given(handle, epoca);
    if (given.isPresent()) {
      return Reply.of(given.get());
    }
    return asked.desde().isPresent()
        ? chosen(handle, epoch, clock, asked.desde().get())
        : fresh(handle, epoch, clock);
  }

  /** Since a restore, whether a number may be another station's: one below the mark, if chosen. */
  private boolean isUncertain(Handle handle) {
    return asked.desde().isPresent()
        ? Pending.isOpen(handle, ruc)
        : Pending.isCounting(handle, ruc);
  }

  /** From the number that the ERP chose up to the next one that was ever given out. */
  private Reply<Bloque> chosen(Handle handle, Epoch epoch, Clock clock, Numero first) {
    Optional<Asiento> known = Asientos.find(handle, ruc, first);
    if (known.isPresent()) {
      boolean isInDoubt = known.get().estado() == EstadoNumero.HUECO;
      return Reply.refuse(
          Refusal.of(isInDoubt ? Codigo.NUMERO_EN_DUDA : Codigo.NUMERO_OCUPADO, first));
    }
    Optional<Source> source = sources(handle).stream().filter(s -> s.covers(first)).findFirst();
    if (source.isEmpty() || first.tipo() != tipo) {
      return Reply.refuse(Refusal.of(Codigo.NUMERO_FUERA_DE_CAE, first));
    }
    if (source.get().vence().isBefore(LocalDate.now(clock.withZone(CaeBook.ZONE)))) {
      return Reply.refuse(
          Refusal.of(Codigo.CAE_VENCIDA, tipo.nombre() + " (" + tipo.codigo() + ")"));
    }
    int free = Asientos.next(handle, ruc, first).map(n -> n - 1).orElse(Integer.MAX_VALUE);
    int most = Math.min(source.get().hasta() - first.nro(), asked.cantidad() - 1);
    give(
        handle, epoch.mark(), clock, source.get(), first.nro(), Math.min(free, first.nro() + most));
    return Reply.created(given(handle, epoch.epoca()).orElseThrow());
  }

  private Optional<Bloque> given(Handle handle, long epoca) {
    return handle
        .createQuery(
            "SELECT b.serie, b.desde, b.hasta, c.registro FROM bloque b JOIN cae c ON c.n = b.cae"
                + " WHERE b.ruc = :ruc AND b.estacion = :estacion AND b.encarnacion = :encarnacion"
                + " AND b.tipo = :tipo AND b.solicitud = :solicitud")
        .bind("ruc", ruc)
        .bind("estacion", estacion)
        .bind("encarnacion", asked.encarnacion())
        .bind("tipo", tipo.codigo())
        .bind("solicitud", solicitud)
        .map(
            (row, context) ->
                new Bloque(
                    epoca,
                    solicitud,
                    new Rango(tipo, row.getString(1), row.getInt(2), row.getInt(3)),
                    CaeBook.cae(row.getString(4))))
        .findOne();
  }

  private Reply<Bloque> fresh(Handle handle, Epoch epoch, Clock clock) {
    List<Source> all = sources(handle);
    List<Source> left = all.stream().filter(s -> s.siguiente() <= s.hasta()).toList();
    LocalDate today = LocalDate.now(clock.withZone(CaeBook.ZONE));
    Optional<Source> source = left.stream().filter(s -> !s.vence().isBefore(today)).findFirst();
    if (source.isEmpty()) {
      Codigo codigo = left.isEmpty() ? Codigo.CAE_AGOTADA : Codigo.CAE_VENCIDA;
      return Reply.refuse(
          Refusal.of(
              all.isEmpty() ? Codigo.SIN_CAE : codigo, tipo.nombre() + " (" + tipo.codigo() + ")"));
    }
    Source from = source.get();
    int hasta = Math.min(from.hasta(), from.siguiente() + asked.cantidad() - 1);
    give(handle, epoch.mark(), clock, from, from.siguiente(), hasta);
    return Reply.created(given(handle, epoch.epoca()).orElseThrow());
  }

  /** The one that expires first comes first. */
  private List<Source> sources(Handle handle) {
    return handle
        .createQuery(
            "SELECT n, cae_id, serie, desde, siguiente, hasta, vence FROM cae WHERE ruc = :ruc AND tipo ="
                + " :tipo"
                + " ORDER BY vence, n")
        .bind("ruc", ruc)
        .bind("tipo", tipo.codigo())
        .map(
            (row, context) ->
                new Source(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    LocalDate.parse(row.getString(7))))
        .list();
  }

  /** No number at or above the counter was ever given out. */
  private void give(Handle handle, Mark mark, Clock clock, Source source, int desde, int hasta) {
    if (asked.desde().isPresent()) {
      mark.reserveOnly(ruc, source.caeId(), hasta);
    } else {
      mark.reserve(ruc, source.caeId(), hasta);
    }
    int moved =
        handle
            .createUpdate(
                "UPDATE cae SET siguiente = :siguiente WHERE n = :n AND siguiente = :desde")
            .bind("siguiente", Math.max(source.siguiente(), hasta + 1))
            .bind("n", source.n())
            .bind("desde", source.siguiente())
            .execute();
    if (moved != 1) {
      throw new IllegalStateException("counter of the CAE moved");
    }
    long block =
        handle
            .createUpdate(
                "INSERT INTO bloque (ruc, estacion, encarnacion, tipo, solicitud, cae, serie,"
                    + " desde, hasta, dado) VALUES (:ruc, :estacion, :encarnacion, :tipo,"
                    + " :solicitud, :cae, :serie, :desde, :hasta, :dado)")
            .bind("ruc", ruc)
            .bind("estacion", estacion)
            .bind("encarnacion", asked.encarnacion())
            .bind("tipo", tipo.codigo())
            .bind("solicitud", solicitud)
            .bind("cae", source.n())
            .bind("serie", source.serie())
            .bind("desde", desde)
            .bind("hasta", hasta)
            .bind("dado", clock.instant().toString())
            .executeAndReturnGeneratedKeys()
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            "WITH RECURSIVE lista (nro) AS (SELECT :desde UNION ALL SELECT nro + 1 FROM lista"
                + " WHERE nro < :hasta) INSERT INTO numero (ruc, tipo, serie, nro, bloque,"
                + " estacion, estado, cambio) SELECT :ruc, :tipo, :serie, nro, :bloque, :estacion,"
                + " 'EN_BLOQUE', :cambio FROM lista")
        .bind("desde", desde)
        .bind("hasta", hasta)
        .bind("ruc", ruc)
        .bind("tipo", tipo.codigo())
        .bind("serie", source.serie())
        .bind("bloque", block)
        .bind("estacion", estacion)
        .bind("cambio", clock.instant().toString())
        .execute();
  }
}
