package uy.pfacturas.signing.revocation;

import java.time.Instant;

/**
 * An answer that is believed, until when.
 *
 * @param revocation what it says
 * @param until when it may be taken again without asking
 */
record Said(Revocation revocation, Instant until) {}
