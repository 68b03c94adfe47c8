package uy.pfacturas.nube.store;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.nube.NubeException;

/**
 * The life of a database, in it and in a file beside it that no backup of the database holds. Where
 * the two differ the database is not the one that gave the numbers, and nothing is served from it.
 *
 * @param libro identity of the database, made with it
 * @param epoca 1 for a new one; grows at every restore
 */
record Epoch(String libro, long epoca) {
  private static final String FILE = "epoca";

  /**
   * The epoch of this database, stamped now if it is new.
   *
   * @throws NubeException if it is of another world, or not the one that was in use here
   */
  static Epoch settle(Handle handle, Path folder, Ambiente ambiente) throws IOException {
    Epoch stored = stamp(handle, folder, ambiente);
    if (read(folder).isEmpty() && hasNumbers(handle)) {
      throw new NubeException(
          "Falta el archivo "
              + folder.resolve(FILE)
              + " de una base de datos que ya dio números: parece una copia. No se atiende con una"
              + " copia, porque daría números dos veces. Reponga la carpeta original completa.");
    }
    Epoch file = read(folder).orElse(stored);
    if (!file.equals(stored)) {
      throw new NubeException(
          "La base de datos de "
              + folder
              + " no es la que estaba en uso (época "
              + stored.epoca
              + ", se esperaba "
              + file.epoca
              + " del mismo libro). Reponga la base original.");
    }
    stored.write(folder);
    return stored;
  }

  private static Epoch stamp(Handle handle, Path folder, Ambiente ambiente) throws IOException {
    String world = meta(handle, "ambiente").orElse("");
    if (world.isEmpty()) {
      if (Files.exists(folder.resolve(FILE))) {
        throw new NubeException(
            "Falta la base de datos en "
                + folder
                + ", donde ya hubo una que pudo dar números. Repóngala; o, si nunca se emitió con"
                + " ella, borre el archivo "
                + FILE
                + ".");
      }
      handle.useTransaction(
          h -> {
            put(h, "ambiente", ambiente.palabra());
            put(h, "libro", UUID.randomUUID().toString());
            put(h, "epoca", "1");
          });
    } else if (Ambiente.of(world) != ambiente) {
      throw new NubeException(
          "La carpeta "
              + folder
              + " es del ambiente "
              + world
              + ", y se pidió "
              + ambiente.palabra()
              + ". Los ambientes no se mezclan: use otra carpeta de datos.");
    }
    return new Epoch(
        meta(handle, "libro").orElseThrow(), Long.parseLong(meta(handle, "epoca").orElseThrow()));
  }

  private static boolean hasNumbers(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM bloque LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static java.util.Optional<String> meta(Handle handle, String key) {
    return handle
        .createQuery("SELECT valor FROM meta WHERE clave = :clave")
        .bind("clave", key)
        .mapTo(String.class)
        .findOne();
  }

  private static void put(Handle handle, String key, String value) {
    handle
        .createUpdate("INSERT INTO meta (clave, valor) VALUES (:clave, :valor)")
        .bind("clave", key)
        .bind("valor", value)
        .execute();
  }

  private static java.util.Optional<Epoch> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return java.util.Optional.empty();
    }
    Properties values = new Properties();
    try (Reader in = new StringReader(Files.readString(file))) {
      values.load(in);
    }
    return java.util.Optional.of(
        new Epoch(values.getProperty("libro", ""), number(values.getProperty("epoca", ""))));
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  /** Aside, forced, renamed: it is whole or it is the old one. */
  private void write(Path folder) throws IOException {
    Path aside = folder.resolve(FILE + ".nuevo");
    byte[] text = ("libro=" + libro + "\nepoca=" + epoca + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel out =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(text));
      out.force(true);
    }
    Files.move(
        aside,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
