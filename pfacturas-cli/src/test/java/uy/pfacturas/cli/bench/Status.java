package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import uy.pfacturas.core.json.Json;

/** The status files of a mailbox, as an ERP reads them. */
record Status(Path salida) {
  static final String ENDING = ".estado.json";

  /**
   * Whether this file has its final answer, {@code ENTREGADO}.
   *
   * @throws IllegalStateException if it was refused
   */
  boolean isFinal(String base) throws IOException {
    try {
      byte[] json = Files.readAllBytes(salida.resolve(base + ENDING));
      String estado = Json.MAPPER.readTree(json).path("Estado").asText();
      if (estado.startsWith("RECHAZADO")) {
        throw new IllegalStateException(base + " was refused");
      }
      return estado.equals("ENTREGADO");
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
