/** A cloud, a disk and a network that fail as they please, for tests of the station. */
@NullMarked
package uy.pfacturas.cloud.testing;

import org.jspecify.annotations.NullMarked;
