/**
 * Documents, a company and authorisations for the tests of every module. Entry: {@link
 * uy.pfacturas.core.testing.Documents}.
 */
@NullMarked
package uy.pfacturas.core.testing;

import org.jspecify.annotations.NullMarked;
