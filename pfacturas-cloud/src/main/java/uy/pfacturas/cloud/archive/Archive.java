package uy.pfacturas.cloud.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.print.PrintData;

/**
 * The folder {@code firmados/} of a mailbox. Nothing in it is ever deleted or changed. Thread-safe.
 */
public final class Archive {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
  private static final Pattern XML = Pattern.compile("([0-9]{3})-([^-]{1,2})-([0-9]{1,7})\\.xml");

  private final Path root;

  /** What lies beside the XML. */
  record Beside(String id, String hash, PrintData impresion) {}

  /** In {@code firmados/} under the folder of a mailbox; made when first needed. */
  public Archive(Path mailbox) {
    this.root = mailbox.resolve("firmados");
  }

  /**
   * Keeps these documents: on the disk for good when this returns. Repeatable: what is there
   * already is left. The XML is written last, so that where it is all is.
   *
   * @throws ArchiveException if one could not be written, or another document of its number is
   *     there
   */
  public void write(List<Firmado> documents) {
    try {
      Set<Path> folders = new LinkedHashSet<>();
      for (Firmado document : documents) {
        folders.add(write(document));
      }
      for (Path folder : folders) {
        Durable.force(folder);
      }
    } catch (IOException e) {
      throw new ArchiveException(ArchiveFault.NOT_WRITTEN, e, root.toString(), reason(e));
    }
  }

  private Path write(Firmado document) throws IOException {
    Path folder = folder(document.dia());
    Durable.makeFolder(folder);
    byte[] beside =
        Json.MAPPER.writeValueAsBytes(
            new Beside(document.id(), document.hash(), document.impresion()));
    String nombre = Firmado.nombre(document.numero(), document.correccion());
    Path xml = folder.resolve(nombre + ".xml");
    byte[] signed = document.xml().getBytes(UTF_8);
    Optional<byte[]> before = find(xml);
    if (before.isPresent()) {
      if (!Arrays.equals(before.get(), signed)) {
        throw new ArchiveException(
            ArchiveFault.ANOTHER_THERE, document.numero().texto(), xml.toString());
      }
      return folder;
    }
    Durable.write(folder.resolve(nombre + ".impresion.json"), beside);
    Durable.write(xml, signed);
    return folder;
  }

  /** Where the XML of a CFC that was corrected so often lies or would lie. */
  public Path xml(Numero numero, int correccion, LocalDate dia) {
    return folder(dia).resolve(Firmado.nombre(numero, correccion) + ".xml");
  }

  /** Where the XML of a document lies or would lie. */
  public Path xml(Numero numero, LocalDate dia) {
    return folder(dia).resolve(numero.texto() + ".xml");
  }

  /** Where the PDF of a document lies or would lie; its folder exists once the document is kept. */
  public Path pdf(Numero numero, LocalDate dia) {
    return folder(dia).resolve(numero.texto() + ".pdf");
  }

  private Path beside(Numero numero, LocalDate dia) {
    return folder(dia).resolve(numero.texto() + ".impresion.json");
  }

  /**
   * The document with this number, of this day of signing; empty if none is kept.
   *
   * @throws ArchiveException if it is there and cannot be read
   */
  public Optional<Firmado> read(Numero numero, LocalDate dia) {
    try {
      Optional<byte[]> xml = find(xml(numero, dia));
      if (xml.isEmpty()) {
        return Optional.empty();
      }
      Beside beside = Json.MAPPER.readValue(Files.readAllBytes(beside(numero, dia)), Beside.class);
      return Optional.of(
          new Firmado(
              numero,
              dia,
              beside.id(),
              beside.hash(),
              new String(xml.get(), UTF_8),
              beside.impresion()));
    } catch (JsonProcessingException e) {
      throw new ArchiveException(ArchiveFault.DAMAGED, e, beside(numero, dia).toString());
    } catch (IOException e) {
      throw new ArchiveException(ArchiveFault.NOT_READ, e, xml(numero, dia).toString(), reason(e));
    }
  }

  /**
   * The day under which this number is kept, newest days first; empty if none. Looks at each day.
   */
  public Optional<LocalDate> findDay(Numero numero) {
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (Stream<Path> days = Files.find(root, 3, (path, is) -> is.isDirectory())) {
      return days.map(this::day)
          .flatMap(Optional::stream)
          .sorted(Comparator.reverseOrder())
          .filter(day -> Files.exists(xml(numero, day), LinkOption.NOFOLLOW_LINKS))
          .findFirst();
    } catch (IOException e) {
      throw new ArchiveException(ArchiveFault.NOT_READ, e, root.toString(), reason(e));
    }
  }

  /** Numbers kept under this day of signing, by type, series and number; empty if none. */
  public List<Numero> findNumbers(LocalDate dia) {
    if (!Files.isDirectory(folder(dia))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder(dia))) {
      return files
          .map(file -> numero(String.valueOf(file.getFileName())))
          .flatMap(Optional::stream)
          .sorted(
              Comparator.comparing(Numero::tipo)
                  .thenComparing(Numero::serie)
                  .thenComparing(Numero::nro))
          .toList();
    } catch (IOException e) {
      throw new ArchiveException(ArchiveFault.NOT_READ, e, folder(dia).toString(), reason(e));
    }
  }

  /** Texts of the newest numbers kept, by day of signing; empty if none is kept. */
  public List<String> newest(int max) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> days = Files.find(root, 3, (path, is) -> is.isDirectory())) {
      return days.map(this::day)
          .flatMap(Optional::stream)
          .sorted(Comparator.reverseOrder())
          .flatMap(day -> findNumbers(day).stream())
          .limit(max)
          .map(Numero::texto)
          .toList();
    } catch (IOException e) {
      throw new ArchiveException(ArchiveFault.NOT_READ, e, root.toString(), reason(e));
    }
  }

  private Path folder(LocalDate dia) {
    return root.resolve(DAY.format(dia));
  }

  private Optional<LocalDate> day(Path folder) {
    String text = root.relativize(folder).toString().replace('\\', '/');
    return text.matches("[0-9]{4}/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])")
        ? Optional.of(LocalDate.parse(text, DAY))
        : Optional.empty();
  }

  private static Optional<Numero> numero(String fileName) {
    Matcher matcher = XML.matcher(fileName);
    return matcher.matches()
        ? TipoCfe.find(Integer.parseInt(matcher.group(1)))
            .map(t -> new Numero(t, matcher.group(2), Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  private static Optional<byte[]> find(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
