package uy.pfacturas.nube.rut;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;
import uy.pfacturas.nube.store.Store;

/**
 * Looks taxpayers up. In the demo it knows those that were put in; elsewhere nobody. Thread-safe.
 */
public final class Taxpayers {
  private final Store store;
  private final Ambiente ambiente;
  private final Clock clock;

  /** The registry in a store. */
  public Taxpayers(Store store, Ambiente ambiente, Clock clock) {
    this.store = store;
    this.ambiente = ambiente;
    this.clock = clock;
  }

  /** Puts a taxpayer in, or replaces it. Repeatable. */
  public void put(Contribuyente contribuyente) {
    String registro = json(contribuyente);
    store.write(
        h ->
            h.createUpdate(
                    "INSERT INTO contribuyente (rut, registro) VALUES (:rut, :registro)"
                        + " ON CONFLICT (rut) DO UPDATE SET registro = excluded.registro")
                .bind("rut", contribuyente.rut().digitos())
                .bind("registro", registro)
                .execute());
  }

  /** What the registry says now. */
  public Reply<Contribuyente> find(String text) {
    Optional<Rut> rut = Rut.find(text);
    if (rut.isEmpty()) {
      return Reply.refuse(Refusal.of(Codigo.RUT_INVALIDO, text));
    }
    if (ambiente != Ambiente.DEMO) {
      return Reply.refuse(Refusal.of(Codigo.SIN_REGISTRO));
    }
    return store
        .read(
            h ->
                h.createQuery("SELECT registro FROM contribuyente WHERE rut = :rut")
                    .bind("rut", rut.get().digitos())
                    .mapTo(String.class)
                    .findOne())
        .<Reply<Contribuyente>>map(registro -> Reply.of(asOfNow(registro)))
        .orElseGet(() -> Reply.refuse(Refusal.of(Codigo.RUT_DESCONOCIDO, rut.get().digitos())));
  }

  private Contribuyente asOfNow(String registro) {
    try {
      Contribuyente c = Json.MAPPER.readValue(registro, Contribuyente.class);
      return new Contribuyente(
          c.rut(),
          c.denominacion(),
          c.nombreFantasia(),
          c.domicilio(),
          c.ciudad(),
          c.departamento(),
          c.activo(),
          c.fuente(),
          clock.instant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored taxpayer is not readable", e);
    }
  }

  private static String json(Contribuyente contribuyente) {
    try {
      return Json.MAPPER.writeValueAsString(contribuyente);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a taxpayer cannot be written", e);
    }
  }
}
