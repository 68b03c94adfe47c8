package uy.pfacturas.core.protocol;

/** Acknowledges a statement or a declaration; {@code epoca} is the life of the cloud's database. */
public record Acuse(long epoca) {}
