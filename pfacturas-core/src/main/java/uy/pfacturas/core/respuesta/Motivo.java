package uy.pfacturas.core.respuesta;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uy.pfacturas.core.fault.FaultCode;

/**
 * Why a report, a sobre or a CFE was refused, or a CFC observed. What each means and what to do is
 * said by {@link uy.pfacturas.core.fault.FaultText}, in words of our own; {@link #glosa} is what
 * the XML must say.
 *
 * <p>The codes mean what these tables say, and nothing else does: the remarks in DGI's schema are
 * of an older list, in which E02 was something to annul an invoice for.
 *
 * @see "Formato del mensaje de respuesta v19, tablas 4.1 to 4.4"
 */
public enum Motivo implements FaultCode {
  R01(Tabla.REPORTE, Quien.DGI, "Formato del archivo no es el indicado"),
  R02(Tabla.REPORTE, Quien.DGI, "No coincide RUC en Reporte, Certificado o envío"),
  R03(Tabla.REPORTE, Quien.DGI, "Firma o Certificado electrónicos no son válidos"),
  R04(Tabla.REPORTE, Quien.DGI, "No cumple validaciones según Formato de Reporte"),
  R05(Tabla.REPORTE, Quien.DGI, "La secuencia indicada en el reporte no es correcta"),
  R06(Tabla.REPORTE, Quien.DGI, "Fecha recepción no puede ser menor a fecha resumen"),

  S01(Tabla.SOBRE, Quien.AMBOS, "Formato del archivo no es el indicado"),
  S02(Tabla.SOBRE, Quien.AMBOS, "No coincide RUC de Sobre, Certificado, envío o CFE"),
  S03(Tabla.SOBRE, Quien.AMBOS, "Certificado electrónico no es válido"),
  S04(Tabla.SOBRE, Quien.AMBOS, "No cumple validaciones según Formato de sobre"),
  S05(Tabla.SOBRE, Quien.AMBOS, "No coinciden cantidad CFE de carátula y contenido"),
  S06(Tabla.SOBRE, Quien.AMBOS, "No coinciden certificado de sobre y comprobantes"),
  S07(Tabla.SOBRE, Quien.AMBOS, "Sobre enviado supera el tamaño máximo admitido"),
  S08(Tabla.SOBRE, Quien.DGI, "Sobre enviado ya existe en los registros de DGI"),
  S20(Tabla.SOBRE, Quien.RECEPTOR, "Sobre enviado ya existe en los registros del receptor"),

  E01(Tabla.CFE, Quien.DGI, "Tipo y Nº de CFE ya fue reportado como anulado"),
  E02(Tabla.CFE, Quien.AMBOS, "Tipo y Nº de CFE ya existe en los registros"),
  E03(Tabla.CFE, Quien.AMBOS, "Tipo y Nº de CFE no se corresponden con el CAE"),
  E04(Tabla.CFE, Quien.AMBOS, "Firma electrónica no es válida"),
  E05(Tabla.CFE, Quien.AMBOS, "No cumple validaciones de Formato comprobantes"),
  E06(Tabla.CFE, Quien.AMBOS, "Importe informado en el CFE excede montos habituales"),
  E07(Tabla.CFE, Quien.AMBOS, "Fecha Firma de CFE no se corresponde con fecha CAE"),
  E08(Tabla.CFE, Quien.DGI, "No coincide RUC de CFE y Complemento Fiscal"),
  E09(Tabla.CFE, Quien.DGI, "RUC emisor y/o tipo de CFE no se corresponden con el CAE"),
  E10(Tabla.CFE, Quien.AMBOS, "Tipo de cambio no válido"),
  E11(Tabla.CFE, Quien.AMBOS, "Tipo de CAE especial del CFE no se corresponde con el CAE"),
  E12(Tabla.CFE, Quien.AMBOS, "Información en Zona de Referencia no existe en los registros"),
  E13(Tabla.CFE, Quien.DGI, "Tipo de CAE  del CFE  no se corresponde con el CAE utilizado"),
  E14(Tabla.CFE, Quien.DGI, "Irregularidades detectadas"),
  E15(Tabla.CFE, Quien.DGI, "Deudor contumaz sin informar situación"),
  E20(Tabla.CFE, Quien.RECEPTOR, "Orden de compra vencida"),
  E21(Tabla.CFE, Quien.RECEPTOR, "Mercadería en mal estado"),
  E22(Tabla.CFE, Quien.RECEPTOR, "Proveedor inhabilitado por organismo de contralor"),
  E23(Tabla.CFE, Quien.RECEPTOR, "Contraprestación no recibida"),
  E24(Tabla.CFE, Quien.RECEPTOR, "Diferencia precios y/o descuentos"),
  E25(Tabla.CFE, Quien.RECEPTOR, "Factura con error cálculos"),
  E26(Tabla.CFE, Quien.RECEPTOR, "Diferencia con plazos"),
  /** E27 to E60: what the two parties agreed on. */
  ACORDADO(Tabla.CFE, Quien.RECEPTOR, ""),

  C03(Tabla.CFC, Quien.DGI, "Constancia no autorizada según registros"),
  C04(Tabla.CFC, Quien.DGI, "Firma electrónica no es válida"),
  C05(Tabla.CFC, Quien.DGI, "No cumple validaciones de Formato comprobantes"),
  C06(Tabla.CFC, Quien.DGI, "Importe informado en el CFE excede montos habituales"),
  C08(Tabla.CFC, Quien.DGI, "No coincide RUC de CFE y Complemento Fiscal"),
  C09(Tabla.CFC, Quien.DGI, "Tipo de CFC recibido no figura en la base de CFE certificados"),
  C10(Tabla.CFC, Quien.DGI, "Tipo de cambio no válido"),
  C11(
      Tabla.CFC,
      Quien.DGI,
      "Tipo de constancia especial del CFC no se corresponde con el constancia"),
  C12(Tabla.CFC, Quien.DGI, "Información en Zona de Referencia no existe en nuestros registros"),
  C13(Tabla.CFC, Quien.DGI, "Tipo de constancia del CFC no se corresponde con la constancia"),
  C14(Tabla.CFC, Quien.DGI, "Irregularidades detectadas"),
  C15(Tabla.CFC, Quien.DGI, "Deudor contumaz sin informar situación");

  /** What is refused or observed: which of DGI's tables. */
  public enum Tabla {
    /** 4.1, a report. */
    REPORTE,
    /** 4.2, a sobre. */
    SOBRE,
    /** 4.3, a CFE. */
    CFE,
    /** 4.4, a CFC. */
    CFC
  }

  /** Who may say it. */
  public enum Quien {
    /** DGI alone. */
    DGI,
    /** The receiver of the documents alone. */
    RECEPTOR,
    /** Both. */
    AMBOS
  }

  private static final Map<String, Motivo> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, m -> m));
  private static final Set<String> ACORDADOS =
      IntStream.rangeClosed(27, 60).mapToObj(n -> "E" + n).collect(Collectors.toUnmodifiableSet());

  private final Tabla tabla;
  private final Quien quien;
  private final String glosa;

  Motivo(Tabla tabla, Quien quien, String glosa) {
    this.tabla = tabla;
    this.quien = quien;
    this.glosa = glosa;
  }

  /** What a code means; empty if DGI's tables of this version do not have it. */
  public static Optional<Motivo> find(String code) {
    return ACORDADOS.contains(code)
        ? Optional.of(ACORDADO)
        : Optional.ofNullable(BY_CODE.get(code)).filter(m -> m != ACORDADO);
  }

  /** DGI's code; {@code E27-E60} for what the parties agree on. */
  @Override
  public String code() {
    return this == ACORDADO ? "E27-E60" : name();
  }

  /** Which of DGI's tables has it. */
  public Tabla tabla() {
    return tabla;
  }

  /** Who may say it. */
  public Quien quien() {
    return quien;
  }

  /**
   * The words beside the code, letter by letter as DGI's schema wants them, and by the text for
   * C09, which the schema forgot; empty where the parties agree on them.
   */
  public String glosa() {
    return glosa;
  }

  /**
   * Whether it says no more than that the same thing is there already: not a failure, the first
   * answer counts. E02 brings it along; for S08 and S20 it must be asked for.
   */
  public boolean isYaEnviado() {
    return this == E02 || this == S08 || this == S20;
  }

  /**
   * Whether a CFE that DGI refuses for this is annulled and its number never used again: all but
   * E02 and E09 (RESP, 1).
   */
  public boolean anulaElNumero() {
    return tabla == Tabla.CFE && quien != Quien.RECEPTOR && this != E02 && this != E09;
  }
}
