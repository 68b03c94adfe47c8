package uy.pfacturas.nube.refusal;

/**
 * Why a request is refused: the stable code of {@code Rechazo.codigo}, with the HTTP status that
 * carries it. Codes are never renamed and never reused; their sentences are in {@code
 * rechazos.properties}.
 */
public enum Codigo {
  // The message itself.
  PEDIDO_INVALIDO(400),
  RUT_INVALIDO(400),
  DEMASIADO_GRANDE(413),
  RUTA_DESCONOCIDA(404),
  METODO_NO_PERMITIDO(405),
  // Who asks.
  SIN_CREDENCIAL(401),
  OTRA_EMPRESA(403),
  // What is asked for is not there.
  SIN_DOCUMENTO(404),
  SIN_EMPRESA(404),
  RUT_DESCONOCIDO(404),
  // Authorisations.
  SIN_CAE(404),
  CAE_AGOTADA(409),
  CAE_VENCIDA(409),
  CAE_ILEGIBLE(422),
  CAE_SIN_FIRMA_DE_DGI(422),
  CAE_DE_PRUEBA(422),
  CAE_DE_OTRA_EMPRESA(422),
  CAE_SUPERPUESTA(422),
  CAE_YA_VENCIDA(422),
  // The document.
  DOCUMENTO_INVALIDO(422),
  FIRMA_INVALIDA(422),
  FIRMA_DE_OTRO(422),
  FIRMA_FUERA_DE_VIGENCIA(422),
  FIRMA_NO_CORRESPONDE(422),
  // The number and the ledger.
  EN_OTRA_ESTACION(409),
  NUMERO_AJENO(409),
  NUMERO_DE_OTRO_ID(409),
  OTRA_HUELLA(409),
  OTRA_FIRMA(409),
  NUMERO_EN_USO(409),
  NUMERO_ANULADO(410),
  // A number that the ERP chose.
  NUMERO_FUERA_DE_CAE(409),
  NUMERO_OCUPADO(409),
  // The paper of a CFC.
  CFC_REPETIDO(409),
  CFC_CORREGIDO(409),
  // Lives.
  OTRA_EPOCA(409),
  VIDA_ANTERIOR(409),
  FALTA_DECLARACION(409),
  // Not now; nothing has changed.
  NUMERO_EN_DUDA(503),
  NUBE_RESTAURADA(503),
  FALTA_CAE(503),
  SIN_CLAVE_DE_FIRMA(503),
  SIN_REGISTRO(503),
  SIN_ALMACEN(503),
  ERROR_INTERNO(500);

  private final int status;

  Codigo(int status) {
    this.status = status;
  }

  /** Whether it is an answer; otherwise "not now": nothing is said and nothing has changed. */
  public boolean isForGood() {
    return status < 500;
  }

  /** The HTTP status: 4xx is an answer for good, 5xx means "not now" and changes nothing. */
  public int status() {
    return status;
  }
}
