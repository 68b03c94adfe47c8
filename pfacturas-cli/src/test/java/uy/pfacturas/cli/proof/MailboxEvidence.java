package uy.pfacturas.cli.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.signing.Verification;
import uy.pfacturas.signing.XmlVerifier;
import uy.pfacturas.signing.trust.TrustedCertificates;

/** What lies in a mailbox. */
final class MailboxEvidence {
  private static final String STATUS = ".estado.json";

  private final Path root;

  MailboxEvidence(Path root) {
    this.root = root;
  }

  /** The status files by base name. */
  List<Evidence.Told> told() {
    return told(root.resolve("salida"));
  }

  /** The status files by id. */
  List<Evidence.Told> toldById() {
    return told(root.resolve("salida").resolve("por-id"));
  }

  /** What the status file of one base name says; empty if there is none yet. */
  Optional<Evidence.Told> told(String base) {
    Path file = root.resolve("salida").resolve(base + STATUS);
    try {
      return Optional.of(read(base, Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Evidence.Told> told(Path folder) {
    List<Evidence.Told> told = new ArrayList<>();
    for (Path file : entries(folder)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(STATUS)) {
        String of = name.substring(0, name.length() - STATUS.length());
        told.add(read(of, bytes(file)));
      }
    }
    return told;
  }

  private static Evidence.Told read(String of, byte[] json) {
    try {
      JsonNode status = Json.MAPPER.readTree(json);
      String serie = status.path("Serie").asText();
      String nro = status.path("Nro").asText();
      return new Evidence.Told(
          of,
          status.path("Estado").asText(),
          status.path("Id").asText(),
          nro.isEmpty() ? "" : status.path("TipoCFE").asText() + "-" + serie + "-" + nro,
          hash(status.path("Qr").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last part of the address in the QR. */
  private static String hash(String qr) {
    return URLDecoder.decode(qr.substring(qr.lastIndexOf(',') + 1), UTF_8);
  }

  /** The signed documents, each verified anew. */
  List<Evidence.Kept> kept() {
    XmlVerifier verifier = new XmlVerifier(TrustedCertificates.none());
    List<Evidence.Kept> kept = new ArrayList<>();
    for (Path file : below(root.resolve("firmados"))) {
      if (file.toString().endsWith(".xml")) {
        byte[] xml = bytes(file);
        String numero = numero(xml);
        String name = String.valueOf(file.getFileName());
        Path beside = file.resolveSibling(name.replace(".xml", ".impresion.json"));
        kept.add(
            new Evidence.Kept(
                numero,
                field(beside, "id"),
                verifier.verify(xml).valid().map(Verification.Valid::digest).orElse("")));
      }
    }
    return kept;
  }

  private static String numero(byte[] xml) {
    return CfeXml.parse(xml) instanceof CfeXml.Parsed.Document document
        ? document.cfe().numero().map(Numero::texto).orElse("")
        : "";
  }

  private static String field(Path json, String name) {
    try {
      return Json.MAPPER.readTree(bytes(json)).path(name).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the ERP's files lie, by their name. */
  Map<String, List<String>> filed() {
    Map<String, List<String>> filed = new TreeMap<>();
    for (String place : List.of("entrada", "proceso", "procesados", "rechazados")) {
      for (Path file : below(root.resolve(place))) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".error.txt")) {
          filed.computeIfAbsent(name, n -> new ArrayList<>()).add(place);
        }
      }
    }
    return filed;
  }

  /** How many of the ERP's files are put where their end says. */
  long filedAway() {
    return Stream.of("procesados", "rechazados")
        .flatMap(place -> below(root.resolve(place)).stream())
        .filter(file -> !file.toString().endsWith(".error.txt"))
        .count();
  }

  /** The files in a folder and in those within; others may come and go meanwhile. */
  private static List<Path> below(Path folder) {
    List<Path> files = new ArrayList<>();
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry)) {
        files.addAll(below(entry));
      } else {
        files.add(entry);
      }
    }
    return files;
  }

  private static List<Path> entries(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
