/**
 * What no rule settles and a person decides at the cloud: a database that was put back, a station
 * that is given up, numbers in doubt, and what contradicts the ledger. Each decision is kept with
 * who took it. Entries: {@link uy.pfacturas.nube.decision.Decisions} while no cloud runs, {@link
 * uy.pfacturas.nube.decision.CaseBook} beside it.
 */
@NullMarked
package uy.pfacturas.nube.decision;

import org.jspecify.annotations.NullMarked;
