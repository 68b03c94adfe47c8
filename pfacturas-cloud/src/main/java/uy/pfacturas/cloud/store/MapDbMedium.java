package uy.pfacturas.cloud.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBException;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/**
 * The store as one MapDB file with a log of its own. Values lie outside the nodes of the trees, so
 * that a change rewrites little. After a failed write the file is opened anew before it is used
 * again, since MapDB's state in memory is then not to be trusted.
 */
public final class MapDbMedium implements Medium {
  private final Path file;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private @Nullable Opened opened;

  private MapDbMedium(Path file) {
    this.file = file;
  }

  /**
   * Opens the file, made if absent.
   *
   * @throws StoreException if another process has it, or it is damaged or cannot be written
   */
  public static MapDbMedium open(Path file) {
    MapDbMedium medium = new MapDbMedium(file);
    medium.opened = medium.reopen();
    return medium;
  }

  private Opened reopen() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new Opened(DBMaker.fileDB(file.toFile()).transactionEnable().make());
    } catch (DBException.FileLocked e) {
      throw new StoreException(
          "Otro pfacturas usa el almacén " + file + ". Use el que ya corre, o deténgalo.", e);
    } catch (DBException | IOException e) {
      throw new StoreException(
          "No se puede abrir el almacén "
              + file
              + ": "
              + e.getMessage()
              + ". Revise disco y"
              + " permisos; si está dañado, apártelo sin borrarlo y avise a soporte.",
          e);
    }
  }

  @Override
  public Optional<byte[]> find(Table table, String key) {
    return read(o -> Optional.ofNullable(o.table(table).get(key)));
  }

  @Override
  public List<Map.Entry<String, byte[]>> scan(Table table, String after, int max) {
    return read(
        o ->
            o.table(table).tailMap(after, false).entrySet().stream()
                .limit(max)
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .toList());
  }

  private <R> R read(Function<Opened, R> reading) {
    lock.readLock().lock();
    try {
      Opened o = opened;
      if (o != null) {
        return reading.apply(o);
      }
    } catch (DBException e) {
      throw unreadable(e);
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      return reading.apply(ensureOpen());
    } catch (DBException e) {
      throw unreadable(e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private StoreException unreadable(DBException e) {
    return new StoreException("No se puede leer el almacén " + file + ": " + e.getMessage(), e);
  }

  private Opened ensureOpen() {
    Opened o = opened;
    if (o == null) {
      o = reopen();
      opened = o;
    }
    return o;
  }

  @Override
  public void write(Map<Table, Map<String, Optional<byte[]>>> changes) {
    lock.writeLock().lock();
    try {
      Opened o = ensureOpen();
      try {
        changes.forEach((table, keys) -> write(o.table(table), keys));
        o.db.commit();
      } catch (DBException | java.io.IOError e) {
        opened = null;
        o.abandon();
        throw new StoreException(
            "El almacén "
                + file
                + " no se pudo escribir: "
                + e.getMessage()
                + ". Revise espacio y permisos del disco.",
            e);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static void write(BTreeMap<String, byte[]> map, Map<String, Optional<byte[]>> keys) {
    for (Map.Entry<String, Optional<byte[]>> e : keys.entrySet()) {
      if (e.getValue().isPresent()) {
        map.put(e.getKey(), e.getValue().get());
      } else {
        map.remove(e.getKey());
      }
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      Opened o = opened;
      if (o != null) {
        o.db.close();
      }
      opened = null;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The open file and its trees. */
  private static final class Opened {
    private final DB db;
    private final Map<Table, BTreeMap<String, byte[]>> tables = new EnumMap<>(Table.class);

    Opened(DB db) {
      this.db = db;
      for (Table table : Table.values()) {
        tables.put(
            table,
            db.treeMap(
                    table.name().toLowerCase(Locale.ROOT), Serializer.STRING, Serializer.BYTE_ARRAY)
                .valuesOutsideNodesEnable()
                .createOrOpen());
      }
      db.commit();
    }

    BTreeMap<String, byte[]> table(Table table) {
      BTreeMap<String, byte[]> map = tables.get(table);
      if (map == null) {
        throw new IllegalStateException("table was not opened: " + table);
      }
      return map;
    }

    /** Gives the file back as it is on the disk. */
    void abandon() {
      try {
        db.rollback();
        db.close();
      } catch (DBException | java.io.IOError e) {
        // The file is read from its log when it is opened again; there is nothing else to save.
        org.slf4j.LoggerFactory.getLogger(MapDbMedium.class)
            .warn("store could not be closed after a failed write: {}", e.toString());
      }
    }
  }
}
