/**
 * The HTTP interface: routes, keys, limits, and every answer as JSON. Entry: {@link
 * uy.pfacturas.nube.http.HttpServer}, given the routes of {@link uy.pfacturas.nube.http.Api}. Uses
 * the other packages of the cloud; holds no rule of the protocol.
 */
@NullMarked
package uy.pfacturas.nube.http;

import org.jspecify.annotations.NullMarked;
