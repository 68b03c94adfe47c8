package uy.pfacturas.cloud.testing;

/** The machine stopped at this instant; nothing after it happened. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;
}
