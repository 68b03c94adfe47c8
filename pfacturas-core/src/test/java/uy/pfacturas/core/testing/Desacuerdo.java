package uy.pfacturas.core.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uy.pfacturas.core.cfe.Familia;

/**
 * A point in which DGI's text and DGI's schema say different things of one element, and what the
 * table says. The table is the stricter of both. These are all: tests compare every element of
 * every family and fail on any other, and on any of these that is none.
 *
 * @param campo DGI's number, or the element of a group
 * @param elemento the element
 * @param aspecto in what they differ
 * @param familias in which families
 * @param esquema what the schema says
 * @param texto what the text says
 * @param porque why the table follows the one that it follows
 */
public record Desacuerdo(
    String campo,
    String elemento,
    Aspecto aspecto,
    Set<Familia> familias,
    String esquema,
    String texto,
    String porque) {
  /** In what an element may differ. */
  public enum Aspecto {
    /** The schema has it, the table does not. */
    SOBRA,
    /** The table has it, the schema does not. */
    FALTA,
    PRESENCIA,
    VECES,
    TIPO,
    LARGO,
    VALORES,
    FORMA,
    RANGO
  }

  private static final Set<Familia> TODAS = EnumSet.allOf(Familia.class);
  private static final Set<Familia> REMITOS =
      EnumSet.of(Familia.REMITO, Familia.REMITO_EXPORTACION);
  private static final Set<Familia> CON_PAGO =
      EnumSet.of(Familia.TICKET, Familia.FACTURA, Familia.EXPORTACION, Familia.BOLETA);
  private static final Set<Familia> MENOS_TICKET = EnumSet.complementOf(EnumSet.of(Familia.TICKET));
  private static final String SIN_SIGNO = "«NUM» sin signo: no hay códigos negativos";
  private static final String NEGATIVO = "admite negativos";
  private static final String ESTRICTO = "Manda el texto, más estricto";

  /** Where the schema lets pass what the text, and so the table, does not. */
  public static final List<Desacuerdo> DEL_ESQUEMA =
      List.of(
          new Desacuerdo(
              "A-C6.2",
              "TipoDocProp",
              Aspecto.VALORES,
              REMITOS,
              "1 a 7",
              "2 a 7: un propietario no se identifica con NIE",
              ESTRICTO),
          new Desacuerdo(
              "A-C14",
              "ModVenta",
              Aspecto.PRESENCIA,
              EnumSet.of(Familia.EXPORTACION),
              "opcional",
              "obligatorio en la e-Factura de Exportación",
              "Marcado (*): DGI rechaza sin él"),
          new Desacuerdo(
              "A-C20",
              "IndCobPropia",
              Aspecto.SOBRA,
              EnumSet.of(Familia.TICKET, Familia.FACTURA),
              "también en las notas",
              "no va en las notas",
              ESTRICTO),
          sinSigno("A-C47", "CdgDGISucur", TODAS),
          lineas(
              "A-C126",
              "CantLinDet",
              EnumSet.complementOf(EnumSet.of(Familia.TICKET, Familia.REMITO, Familia.RESGUARDO))),
          lineas("B-C1", "NroLinDet", MENOS_TICKET),
          new Desacuerdo(
              "B-C9",
              "Cantidad",
              Aspecto.RANGO,
              EnumSet.complementOf(EnumSet.of(Familia.RESGUARDO)),
              "17 cifras, 3 de ellas decimales como máximo",
              "14 enteras y 3 decimales",
              ESTRICTO),
          new Desacuerdo(
              "RetencPercep",
              "RetencPercep",
              Aspecto.PRESENCIA,
              EnumSet.of(Familia.RESGUARDO),
              "opcional en la línea",
              "obligatoria en cada línea de un e-Resguardo",
              ESTRICTO),
          sinSigno("D-C4", "CodDR", CON_PAGO),
          sinSigno("E-C2", "CodMP", CON_PAGO),
          sinSigno("E-C4", "OrdenMP", CON_PAGO),
          new Desacuerdo(
              "Referencia",
              "Referencia",
              Aspecto.PRESENCIA,
              CON_PAGO,
              "opcional",
              "obligatoria en las notas",
              "Toda nota corrige algo: DGI la rechaza (E12) si no lo conoce"),
          enRemito("F-C8", "MntCFEref"),
          enRemito("F-C9", "TpoMonedaRef"),
          enRemito("F-C10", "TpoCambioRef"),
          sinSigno("G-C1", "CAE_ID", TODAS),
          new Desacuerdo(
              "G-C4",
              "FecVenc",
              Aspecto.RANGO,
              TODAS,
              "cualquier fecha",
              "de 2011-10-01 a 2050-12-31",
              ESTRICTO),
          sinSigno("G-C6", "CausalCAEEsp", TODAS));

  /** Where the schema, and so the table, demands what the text calls conditional. */
  public static final List<Desacuerdo> DEL_TEXTO =
      List.of(
          delReceptor("A-C63", "RznSocRecep"),
          delReceptor("A-C64", "DirRecep"),
          delReceptor("A-C65", "CiudadRecep"),
          new Desacuerdo(
              "A-C125",
              "MntTotRetenido",
              Aspecto.PRESENCIA,
              EnumSet.of(Familia.RESGUARDO),
              "obligatorio",
              "condicional",
              "Manda el esquema, más estricto: sin él DGI no recibe el documento"));

  /**
   * Something that the schema lets be written and we do not take.
   *
   * @param codigo code of our fault
   * @param elementos in which elements; empty for any
   * @param esquema what the schema takes
   * @param porque why we do not
   */
  public record Escritura(String codigo, Set<String> elementos, String esquema, String porque) {}

  /** What the schema does not say of how values are written. */
  public static final List<Escritura> DE_ESCRITURA =
      List.of(
          new Escritura(
              "FMT-24",
              Set.of(),
              "un texto obligatorio vacío",
              "el texto pide que no lo esté; el que es condicional u opcional puede estarlo"),
          new Escritura(
              "FMT-08",
              Set.of("TmstFirma"),
              "`TmstFirma` sin huso horario",
              "el texto la escribe AAAA-MM-DDTHH:MM:SS-hh:mm"),
          new Escritura(
              "FMT-09",
              Set.of("DocRecepExt", "DocPropExt"),
              "blancos alrededor o de más en `DocRecepExt` y `DocPropExt`, que no cuenta",
              "se cuentan"),
          new Escritura(
              "FMT-11",
              Set.of("IndGlobal", "TipoDocRecep", "CodPaisRecep"),
              "vacío un elemento de valor fijo (`IndGlobal`; `TipoDocRecep` y `CodPaisRecep` de"
                  + " una e-Factura), que entonces vale ese valor",
              "un valor se escribe"));

  private static Desacuerdo sinSigno(String campo, String elemento, Set<Familia> familias) {
    return new Desacuerdo(campo, elemento, Aspecto.RANGO, familias, NEGATIVO, SIN_SIGNO, ESTRICTO);
  }

  private static Desacuerdo lineas(String campo, String elemento, Set<Familia> familias) {
    return new Desacuerdo(
        campo,
        elemento,
        Aspecto.RANGO,
        familias,
        "hasta 700 en toda familia",
        "hasta 200; sólo los e-Tickets llegan a 700",
        ESTRICTO);
  }

  private static Desacuerdo enRemito(String campo, String elemento) {
    return new Desacuerdo(
        campo,
        elemento,
        Aspecto.SOBRA,
        EnumSet.of(Familia.REMITO),
        "opcional",
        "no va: un e-Remito no tiene importes",
        ESTRICTO);
  }

  private static Desacuerdo delReceptor(String campo, String elemento) {
    return new Desacuerdo(
        campo,
        elemento,
        Aspecto.PRESENCIA,
        EnumSet.of(Familia.REMITO),
        "obligatorio si hay receptor",
        "condicional",
        "Manda el esquema, más estricto: sin él DGI no recibe el documento");
  }
}
