/** Tests of the client against a real HTTP server that answers badly. */
@NullMarked
package uy.pfacturas.cloud.client;

import org.jspecify.annotations.NullMarked;
