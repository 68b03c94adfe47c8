package uy.pfacturas.core.protocol;

/**
 * Body of {@code PUT /v1/emisores/{ruc}/estaciones/{e}/bloques/{tipo}/{solicitud}}: asks for a
 * block of numbers; the same request gets the same block for ever (protocol §3.4).
 *
 * @param encarnacion the station's life
 * @param epoca the cloud's life, as the station knows it; another gets 409
 * @param cantidad numbers wanted, 1 to 10,000; the cloud may give fewer
 */
public record SolicitudBloque(String encarnacion, long epoca, int cantidad) {}
