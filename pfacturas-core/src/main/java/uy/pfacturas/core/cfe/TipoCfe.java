package uy.pfacturas.core.cfe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The type of a document, A-C2.
 *
 * @see "Formato de los CFE v25-1, tabla A"
 */
public enum TipoCfe {
  E_TICKET(101, "e-Ticket", Familia.TICKET, Clase.ORIGINAL),
  NC_E_TICKET(102, "Nota de Crédito de e-Ticket", Familia.TICKET, Clase.NOTA_CREDITO),
  ND_E_TICKET(103, "Nota de Débito de e-Ticket", Familia.TICKET, Clase.NOTA_DEBITO),
  E_FACTURA(111, "e-Factura", Familia.FACTURA, Clase.ORIGINAL),
  NC_E_FACTURA(112, "Nota de Crédito de e-Factura", Familia.FACTURA, Clase.NOTA_CREDITO),
  ND_E_FACTURA(113, "Nota de Débito de e-Factura", Familia.FACTURA, Clase.NOTA_DEBITO),
  E_FACTURA_EXPORTACION(121, "e-Factura de Exportación", Familia.EXPORTACION, Clase.ORIGINAL),
  NC_E_FACTURA_EXPORTACION(
      122, "Nota de Crédito de e-Factura de Exportación", Familia.EXPORTACION, Clase.NOTA_CREDITO),
  ND_E_FACTURA_EXPORTACION(
      123, "Nota de Débito de e-Factura de Exportación", Familia.EXPORTACION, Clase.NOTA_DEBITO),
  E_REMITO_EXPORTACION(124, "e-Remito de Exportación", Familia.REMITO_EXPORTACION, Clase.ORIGINAL),
  E_TICKET_CUENTA_AJENA(131, "e-Ticket Venta por Cuenta Ajena", Familia.TICKET, Clase.ORIGINAL),
  NC_E_TICKET_CUENTA_AJENA(
      132,
      "Nota de Crédito de e-Ticket Venta por Cuenta Ajena",
      Familia.TICKET,
      Clase.NOTA_CREDITO),
  ND_E_TICKET_CUENTA_AJENA(
      133, "Nota de Débito de e-Ticket Venta por Cuenta Ajena", Familia.TICKET, Clase.NOTA_DEBITO),
  E_FACTURA_CUENTA_AJENA(141, "e-Factura Venta por Cuenta Ajena", Familia.FACTURA, Clase.ORIGINAL),
  NC_E_FACTURA_CUENTA_AJENA(
      142,
      "Nota de Crédito de e-Factura Venta por Cuenta Ajena",
      Familia.FACTURA,
      Clase.NOTA_CREDITO),
  ND_E_FACTURA_CUENTA_AJENA(
      143,
      "Nota de Débito de e-Factura Venta por Cuenta Ajena",
      Familia.FACTURA,
      Clase.NOTA_DEBITO),
  E_BOLETA(151, "e-Boleta de entrada", Familia.BOLETA, Clase.ORIGINAL),
  NC_E_BOLETA(152, "Nota de Crédito de e-Boleta de entrada", Familia.BOLETA, Clase.NOTA_CREDITO),
  ND_E_BOLETA(153, "Nota de Débito de e-Boleta de entrada", Familia.BOLETA, Clase.NOTA_DEBITO),
  E_REMITO(181, "e-Remito", Familia.REMITO, Clase.ORIGINAL),
  E_RESGUARDO(182, "e-Resguardo", Familia.RESGUARDO, Clase.ORIGINAL),
  E_TICKET_CONTINGENCIA(201, "e-Ticket Contingencia", Familia.TICKET, Clase.ORIGINAL),
  NC_E_TICKET_CONTINGENCIA(
      202, "Nota de Crédito de e-Ticket Contingencia", Familia.TICKET, Clase.NOTA_CREDITO),
  ND_E_TICKET_CONTINGENCIA(
      203, "Nota de Débito de e-Ticket Contingencia", Familia.TICKET, Clase.NOTA_DEBITO),
  E_FACTURA_CONTINGENCIA(211, "e-Factura Contingencia", Familia.FACTURA, Clase.ORIGINAL),
  NC_E_FACTURA_CONTINGENCIA(
      212, "Nota de Crédito de e-Factura Contingencia", Familia.FACTURA, Clase.NOTA_CREDITO),
  ND_E_FACTURA_CONTINGENCIA(
      213, "Nota de Débito de e-Factura Contingencia", Familia.FACTURA, Clase.NOTA_DEBITO),
  E_FACTURA_EXPORTACION_CONTINGENCIA(
      221, "e-Factura de Exportación Contingencia", Familia.EXPORTACION, Clase.ORIGINAL),
  NC_E_FACTURA_EXPORTACION_CONTINGENCIA(
      222,
      "Nota de Crédito de e-Factura de Exportación Contingencia",
      Familia.EXPORTACION,
      Clase.NOTA_CREDITO),
  ND_E_FACTURA_EXPORTACION_CONTINGENCIA(
      223,
      "Nota de Débito de e-Factura de Exportación Contingencia",
      Familia.EXPORTACION,
      Clase.NOTA_DEBITO),
  E_REMITO_EXPORTACION_CONTINGENCIA(
      224, "e-Remito de Exportación Contingencia", Familia.REMITO_EXPORTACION, Clase.ORIGINAL),
  E_TICKET_CUENTA_AJENA_CONTINGENCIA(
      231, "e-Ticket Venta por Cuenta Ajena Contingencia", Familia.TICKET, Clase.ORIGINAL),
  NC_E_TICKET_CUENTA_AJENA_CONTINGENCIA(
      232,
      "Nota de Crédito de e-Ticket Venta por Cuenta Ajena Contingencia",
      Familia.TICKET,
      Clase.NOTA_CREDITO),
  ND_E_TICKET_CUENTA_AJENA_CONTINGENCIA(
      233,
      "Nota de Débito de e-Ticket Venta por Cuenta Ajena Contingencia",
      Familia.TICKET,
      Clase.NOTA_DEBITO),
  E_FACTURA_CUENTA_AJENA_CONTINGENCIA(
      241, "e-Factura Venta por Cuenta Ajena Contingencia", Familia.FACTURA, Clase.ORIGINAL),
  NC_E_FACTURA_CUENTA_AJENA_CONTINGENCIA(
      242,
      "Nota de Crédito de e-Factura Venta por Cuenta Ajena Contingencia",
      Familia.FACTURA,
      Clase.NOTA_CREDITO),
  ND_E_FACTURA_CUENTA_AJENA_CONTINGENCIA(
      243,
      "Nota de Débito de e-Factura Venta por Cuenta Ajena Contingencia",
      Familia.FACTURA,
      Clase.NOTA_DEBITO),
  E_BOLETA_CONTINGENCIA(251, "e-Boleta de entrada Contingencia", Familia.BOLETA, Clase.ORIGINAL),
  NC_E_BOLETA_CONTINGENCIA(
      252,
      "Nota de Crédito de e-Boleta de entrada Contingencia",
      Familia.BOLETA,
      Clase.NOTA_CREDITO),
  ND_E_BOLETA_CONTINGENCIA(
      253, "Nota de Débito de e-Boleta de entrada Contingencia", Familia.BOLETA, Clase.NOTA_DEBITO),
  E_REMITO_CONTINGENCIA(281, "e-Remito Contingencia", Familia.REMITO, Clase.ORIGINAL),
  E_RESGUARDO_CONTINGENCIA(282, "e-Resguardo Contingencia", Familia.RESGUARDO, Clase.ORIGINAL);

  /** What a document does to an earlier one. */
  public enum Clase {
    ORIGINAL,
    NOTA_CREDITO,
    NOTA_DEBITO
  }

  private static final Map<Integer, TipoCfe> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(t -> t.codigo, Function.identity()));

  private final int codigo;
  private final String nombre;
  private final Familia familia;
  private final Clase clase;

  TipoCfe(int codigo, String nombre, Familia familia, Clase clase) {
    this.codigo = codigo;
    this.nombre = nombre;
    this.familia = familia;
    this.clase = clase;
  }

  /** The type with this code; empty if DGI has none. */
  public static Optional<TipoCfe> find(int codigo) {
    return Optional.ofNullable(BY_CODE.get(codigo));
  }

  /**
   * The type with this code.
   *
   * @throws IllegalArgumentException if DGI has none
   */
  @JsonCreator
  public static TipoCfe of(int codigo) {
    return find(codigo)
        .orElseThrow(() -> new IllegalArgumentException("codigo is not a type of CFE: " + codigo));
  }

  /** DGI's code, three digits. */
  @JsonValue
  public int codigo() {
    return codigo;
  }

  /** DGI's name of the document, as it is printed. */
  public String nombre() {
    return nombre;
  }

  /** The shape that it shares with others. */
  public Familia familia() {
    return familia;
  }

  /** Original, credit note or debit note. */
  public Clase clase() {
    return clase;
  }

  /** Whether it corrects another document and so must refer to it (zone F). */
  public boolean isNota() {
    return clase != Clase.ORIGINAL;
  }

  /** Whether it is issued in one's own name on another's account (131 to 143 and their CFC). */
  public boolean isCuentaAjena() {
    int kind = codigo % 100 / 10;
    return kind == 3 || kind == 4;
  }

  /** Whether it is pre-printed paper that is keyed in later (CFC, 2xx). */
  public boolean isContingencia() {
    return codigo >= 200;
  }
}
