/**
 * The messages between station and cloud, as values; JSON by {@link uy.pfacturas.core.json.Json}.
 * The rules are in the project's protocol document.
 */
@NullMarked
package uy.pfacturas.core.protocol;

import org.jspecify.annotations.NullMarked;
