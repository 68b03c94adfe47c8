package uy.pfacturas.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.json.Json;

/**
 * Files in {@code rechazados/} that became no document because they could not be read: the store
 * knows nothing of them, what they were told stands in {@code salida/}.
 *
 * @param buzon their mailbox
 * @param zone of the days
 */
record RefusedFiles(Buzon buzon, ZoneId zone) {
  private static final String EXPLANATION = ".error.txt";

  /**
   * One of them.
   *
   * @param path where it lies
   * @param id the ERP's id, or the file's base name where it says none
   * @param day on which it was written
   */
  record Refused(Path path, String id, LocalDate day) {}

  /** All but those of documents, which are named. */
  List<Refused> except(Set<String> recorded) {
    List<Refused> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(buzon.root().resolve("rechazados"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && !name.endsWith(EXPLANATION) && !recorded.contains(name)) {
          LocalDate day = Files.getLastModifiedTime(file).toInstant().atZone(zone).toLocalDate();
          found.add(new Refused(file, id(name), day));
        }
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(RefusedFiles.class).warn("not listed: {}", e.toString());
    }
    return found;
  }

  private String id(String name) throws IOException {
    int dot = name.lastIndexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    Path status = buzon.root().resolve("salida").resolve(base + ".estado.json");
    if (!Files.isRegularFile(status)) {
      return base;
    }
    JsonNode id = Json.MAPPER.readTree(Files.readAllBytes(status)).path("Id");
    return id.asText(base);
  }
}
