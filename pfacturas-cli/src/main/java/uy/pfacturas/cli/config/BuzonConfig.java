package uy.pfacturas.cli.config;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.input.Numeracion;

/**
 * One mailbox, table {@code [[buzon]]}.
 *
 * @param nombre empty for the first; a further one has a name, which keeps its ids apart
 * @param carpeta its folder
 * @param identidad where the Id of a document comes from
 * @param codificacion encoding of files that are neither UTF-8 nor ASCII; empty if none is declared
 * @param comaDecimal whether amounts in text files have a decimal comma
 * @param ids patterns of the ids that are issued here; none for all
 * @param quieto how long size and time of a file must stand still
 * @param incompleto after how long a file without an end is reported
 * @param conservarEstados how long status files stay in {@code salida/} itself
 * @param maxBytes size over which a file is refused unread
 * @param numeracion who numbers its documents
 */
public record BuzonConfig(
    String nombre,
    Path carpeta,
    Identidad identidad,
    Optional<Charset> codificacion,
    boolean comaDecimal,
    List<String> ids,
    Duration quieto,
    Duration incompleto,
    Duration conservarEstados,
    int maxBytes,
    Numeracion numeracion) {
  static final Duration QUIETO = Duration.ofSeconds(2);
  static final Duration INCOMPLETO = Duration.ofMinutes(10);
  static final Duration CONSERVAR = Duration.ofDays(30);
  static final int MAX_MIB = 4;

  /** Where the Id of a document comes from. */
  public enum Identidad {
    /** From the file's content. */
    ARCHIVO,
    /** From the file's name, each name once. */
    NOMBRE,
    /** Each arrival is a new document. */
    CADA_ARCHIVO;

    static Identidad of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  static Optional<BuzonConfig> read(TomlTable table, Folder folder) {
    String nombre = table.value("nombre", BuzonConfig::name).orElse("");
    Optional<Path> carpeta = table.required("carpeta", folder::resolve);
    Identidad identidad = table.value("identidad", Identidad::of).orElse(Identidad.ARCHIVO);
    Optional<Charset> codificacion = table.value("codificacion", Charset::forName);
    boolean coma = table.value("coma_decimal", BuzonConfig::flag).orElse(false);
    List<String> ids = table.texts("ids");
    Duration quieto = table.value("quieto", Span::parse).orElse(QUIETO);
    Duration incompleto = table.value("incompleto", Span::parse).orElse(INCOMPLETO);
    Duration conservar = table.value("conservar_estados", Span::parse).orElse(CONSERVAR);
    int max = table.value("max_mib", BuzonConfig::mebibytes).orElse(MAX_MIB) << 20;
    Numeracion numeracion =
        table.value("numeracion", BuzonConfig::numbering).orElse(Numeracion.PROGRAMA);
    return carpeta.map(
        c ->
            new BuzonConfig(
                nombre,
                c,
                identidad,
                codificacion,
                coma,
                ids,
                quieto,
                incompleto,
                conservar,
                max,
                numeracion));
  }

  private static Numeracion numbering(String word) {
    return Numeracion.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String name(String written) {
    if (!written.matches("[A-Za-z0-9_-]{1,20}")) {
      throw new IllegalArgumentException("nombre is not a plain name: " + written);
    }
    return written;
  }

  static boolean flag(String written) {
    return switch (written) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("flag is neither true nor false: " + written);
    };
  }

  private static int mebibytes(String written) {
    int size = Integer.parseInt(written);
    if (size < 1 || size > 64) {
      throw new IllegalArgumentException("max_mib is out of range: " + size);
    }
    return size;
  }
}
