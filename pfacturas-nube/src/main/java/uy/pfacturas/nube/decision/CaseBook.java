package uy.pfacturas.nube.decision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.store.Store;

/**
 * Quarantine and numbers in doubt of a database, also while a cloud runs on it: each change is one
 * small commit of its own. Thread-safe.
 */
public final class CaseBook {
  private static final int PATIENCE_MILLIS = 10_000;

  private static final String SELECT =
      "SELECT c.n, c.recibido, c.ruc, c.tipo, c.serie, c.nro, c.motivo, c.estacion, c.id, c.huella,"
          + " c.hash, c.xml, c.cerrada, v.id, v.hash, v.estacion FROM cuarentena c LEFT JOIN numero"
          + " v ON v.ruc = c.ruc AND v.tipo = c.tipo AND v.serie = c.serie AND v.nro = c.nro ";

  private static final RowMapper<Case> MAPPER =
      (row, context) ->
          new Case(
              row.getLong(1),
              row.getString(2),
              row.getString(3),
              new Numero(TipoCfe.of(row.getInt(4)), row.getString(5), row.getInt(6)),
              Codigo.valueOf(row.getString(7)),
              row.getString(8),
              row.getString(9),
              row.getString(10),
              row.getString(11),
              row.getString(12),
              Optional.ofNullable(row.getString(13)),
              Optional.ofNullable(row.getString(14)),
              Optional.ofNullable(row.getString(15)),
              Optional.ofNullable(row.getString(16)));

  private final Jdbi database;
  private final Person person;

  private CaseBook(Jdbi database, Person person) {
    this.database = database;
    this.person = person;
  }

  /**
   * Looks into a data folder.
   *
   * @throws NubeException if there is no database of this program's version in it
   */
  public static CaseBook of(Path folder, Person person) {
    Path file = folder.resolve("nube.db");
    if (!Files.exists(file)) {
      throw new NubeException("No hay datos de una nube en " + folder + ". Revise --datos.");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    Jdbi database = Jdbi.create(source);
    int schema =
        database.withHandle(h -> h.createQuery("PRAGMA user_version").mapTo(Integer.class).one());
    if (schema != Store.SCHEMA) {
      throw new NubeException(
          "La base de datos de "
              + folder
              + " es de otra versión del programa (esquema "
              + schema
              + "). Arranque la nube una vez con esta versión, o use la suya.");
    }
    return new CaseBook(database, person);
  }

  /**
   * What is in quarantine, the oldest first.
   *
   * @param withClosed also what a person has closed
   */
  public List<Case> quarantine(boolean withClosed) {
    return database.withHandle(
        h ->
            h.createQuery(SELECT + (withClosed ? "" : "WHERE c.cerrada IS NULL ") + "ORDER BY c.n")
                .map(MAPPER)
                .list());
  }

  /** One of it. */
  public Optional<Case> find(long n) {
    return database.withHandle(
        h -> h.createQuery(SELECT + "WHERE c.n = :n").bind("n", n).map(MAPPER).findOne());
  }

  /**
   * A person has dealt with it; the entry is kept, with the reason and who it was.
   *
   * @return whether it was open
   */
  public boolean close(long n, String reason) {
    return database.inTransaction(
        h -> {
          boolean wasOpen =
              h.createUpdate(
                          "UPDATE cuarentena SET cerrada = :now WHERE n = :n AND cerrada IS NULL")
                      .bind("now", person.clock().instant().toString())
                      .bind("n", n)
                      .execute()
                  == 1;
          if (wasOpen) {
            person.decides(h, "cuarentena/" + n, reason);
          }
          return wasOpen;
        });
  }

  /** Numbers in doubt. */
  public List<Doubt> doubts() {
    return database.withHandle(Doubt::all);
  }

  /**
   * A person says that no paper bears this number: it will never be used.
   *
   * @return whether it was in doubt
   */
  public boolean annul(String ruc, Numero numero, String reason) {
    return database.inTransaction(
        h -> {
          boolean wasInDoubt = annul(h, ruc, numero);
          if (wasInDoubt) {
            person.decides(h, "duda/" + ruc + "/" + numero.texto(), "anulado: " + reason);
          }
          return wasInDoubt;
        });
  }

  private boolean annul(Handle handle, String ruc, Numero numero) {
    return handle
            .createUpdate(
                "UPDATE numero SET estado = 'ANULADO', cambio = :now WHERE ruc = :ruc AND tipo ="
                    + " :tipo AND serie = :serie AND nro = :nro AND estado = 'EN_DUDA'")
            .bind("now", person.clock().instant().toString())
            .bind("ruc", ruc)
            .bind("tipo", numero.tipo().codigo())
            .bind("serie", numero.serie())
            .bind("nro", numero.nro())
            .execute()
        == 1;
  }

  /** What persons decided about a matter, such as {@code cuarentena/5}, the oldest first. */
  public List<String> decisions(String asunto) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "SELECT cuando || ' ' || quien || ': ' || que FROM decision WHERE asunto ="
                        + " :asunto ORDER BY n")
                .bind("asunto", asunto)
                .mapTo(String.class)
                .list());
  }
}
