/** Tests of the conversations with the cloud, and of the protocol as a whole. */
@NullMarked
package uy.pfacturas.cloud.exchange;

import org.jspecify.annotations.NullMarked;
