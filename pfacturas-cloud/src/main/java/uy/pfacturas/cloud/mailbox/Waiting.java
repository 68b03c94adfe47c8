package uy.pfacturas.cloud.mailbox;

import java.time.Instant;
import uy.pfacturas.core.fault.Fault;

/**
 * A file in {@code entrada/} that is not taken yet.
 *
 * @param fileName its name
 * @param since when it was first seen as it is now
 * @param why the reason
 */
public record Waiting(String fileName, Instant since, Fault why) {}
