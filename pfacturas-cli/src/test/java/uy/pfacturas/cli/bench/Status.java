package uy.pfacturas.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import uy.pfacturas.core.json.Json;

/** The status files of a mailbox, as an ERP reads them. */
record Status(Path salida) {
  static final String ENDING = ".estado.json";

  /** Something that is asked of the file of this base name. */
  @FunctionalInterface
  interface Question {
    boolean is(String base) throws IOException;
  }

  /**
   * Whether this file has its final answer, {@code ENTREGADO}.
   *
   * @throws IllegalStateException if it was refused
   */
  boolean isFinal(String base) throws IOException {
    return estado(base).equals("ENTREGADO");
  }

  /**
   * Whether its document is signed, by whom ever: the cashier waits no longer.
   *
   * @throws IllegalStateException if it was refused
   */
  boolean isSigned(String base) throws IOException {
    String estado = estado(base);
    return estado.startsWith("FIRMADO") || estado.equals("ENTREGADO");
  }

  private String estado(String base) throws IOException {
    try {
      byte[] json = Files.readAllBytes(salida.resolve(base + ENDING));
      String estado = Json.MAPPER.readTree(json).path("Estado").asText();
      if (estado.startsWith("RECHAZADO")) {
        throw new IllegalStateException(base + " was refused");
      }
      return estado;
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
