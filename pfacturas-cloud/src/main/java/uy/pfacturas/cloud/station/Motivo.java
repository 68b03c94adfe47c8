package uy.pfacturas.cloud.station;

/**
 * Why a document stands where it stands, for a person.
 *
 * @param codigo stable codes, separated by commas
 * @param mensaje what happened
 * @param queHacer what to do
 */
public record Motivo(String codigo, String mensaje, String queHacer) {}
