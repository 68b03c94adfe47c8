package uy.pfacturas.core.reporte;

import uy.pfacturas.core.fault.FaultCode;

/** What can be wrong with a daily report beyond each of its fields. */
public enum ReporteFault implements FaultCode {
  /** An element of a type that does not hold its type and its data; args: element. */
  RESUMEN("REP-01"),
  /** An element of one type around another; args: type, element. */
  TIPO_DE_OTRO("REP-02"),
  /** A type that is there twice; args: type. */
  TIPO_REPETIDO("REP-03"),
  /** How many there are in all, A-C7; args: said, sum. */
  CANTIDAD_TOTAL("REP-04"),
  /** Signed before its day; args: day of signing, day of the report. */
  FIRMADO_ANTES("REP-05"),
  /** Documents were issued and there are no amounts, B. */
  SIN_MONTOS("REP-06"),
  /** Amounts of the same date, branch and indicator twice, B. */
  MONTO_REPETIDO("REP-07"),
  /** Documents of a date too far ahead, B-C10; args: date, last one. */
  FECHA_FUTURA("REP-08"),
  /** A negative amount; args: amount. */
  MONTO_NEGATIVO("REP-09"),
  /** The total is not the sum, B-C24; args: said, sum. */
  TOTAL("REP-10"),
  /** Net or VAT at another rate, one without the other, B-C18 and C21; args: element. */
  OTRA_TASA("REP-11"),
  /** VAT that is not net by rate, B-C19 and C20; args: said, computed. */
  IVA("REP-12"),
  /** Not the rate of that date, B-C22 and C23; args: said, rate. */
  TASA("REP-13"),
  /** An obligatory count is missing; args: element. */
  SIN_CANTIDAD("REP-14"),
  /** Something of CFE in a CFC, of CFC in a CFE, or of another type; args: element, type. */
  DE_OTRO_TIPO("REP-15"),
  /** Numbers and ranges of numbers differ, B-C26 and C28; args: said, in ranges. */
  RANGOS("REP-16"),
  /** A range that ends before it begins, B-C43 and C46; args: first, last. */
  RANGO_VACIO("REP-17"),
  /** A number that is in two ranges; args: series, first, last. */
  RANGO_REPETIDO("REP-18"),
  /** A number that was annulled and not used; args: series, first, last. */
  ANULADO_SIN_USO("REP-19"),
  /** Issued is not used less annulled, B-C29; args: said, computed. */
  EMITIDOS("REP-20"),
  /** More over the threshold than were issued, B-C27; args: over, issued. */
  MAYORES("REP-21");

  private final String code;

  ReporteFault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
