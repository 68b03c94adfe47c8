package uy.pfacturas.core.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file may ask for ({@code Tipo=}), and the key that says what it is about. */
enum Clase {
  CFE(true, ""),
  RUT(true, "Rut"),
  ESTADO(true, "De"),
  IMPRIMIR(true, "De"),
  ANULAR(true, "De"),
  CONTINGENCIA(true, "Accion"),
  PAGO(false, ""),
  CFC(true, "");

  private final boolean served;
  private final String about;

  Clase(boolean served, String about) {
    this.served = served;
    this.about = about;
  }

  /** The one of this name, in any case; empty if there is none. */
  static Optional<Clase> of(String tipo) {
    return Arrays.stream(values()).filter(c -> c.tipo().equalsIgnoreCase(tipo.strip())).findFirst();
  }

  /** The names of those that are served, for a sentence. */
  static String names() {
    return Arrays.stream(values())
        .filter(Clase::isServed)
        .map(Clase::tipo)
        .collect(Collectors.joining(", "));
  }

  /** Its name in a file. */
  String tipo() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the file holds a document: one to issue, or one that exists on paper (CFC). */
  boolean isDocument() {
    return this == CFE || this == CFC;
  }

  /** Whether this version serves it. */
  boolean isServed() {
    return served;
  }

  /** The key of {@code [Pedido]} that says what it is about; empty for a document. */
  String about() {
    return about;
  }

  /** Whether this key of {@code [Pedido]} belongs to it. */
  boolean takesKey(String key) {
    return switch (key) {
      case "Rut", "De", "Accion" -> key.equals(about);
      case "IdAnterior" -> this == CFE;
      case "Sucursal" -> isDocument();
      default -> true;
    };
  }

  /** Whether this section belongs to it. */
  boolean takesSection(String section) {
    return section.equals("Impresion")
        ? this == CFE || this == IMPRIMIR
        : isDocument() || section.equals("Pedido");
  }
}
