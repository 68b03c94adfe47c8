package uy.pfacturas.core.cae;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import uy.pfacturas.core.rut.Rut;

/**
 * DGI's file of a CAE: the authorisation, for whom it is, when it was given. Its signature belongs
 * to the bytes of the file, not to this value.
 *
 * @param ruc the issuer that may use it, RucE
 * @param cae the authorisation
 * @param emision day on which DGI gave it, FA
 * @param firmada when DGI signed the file, TmstFrma
 * @see "Formato de la CAE v05"
 */
public record Constancia(Rut ruc, Cae cae, LocalDate emision, OffsetDateTime firmada) {}
