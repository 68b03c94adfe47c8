/**
 * What every file is before it is a document: names, texts and places, whatever syntax it was
 * written in; and the one way from there to records. Entry: {@link uy.pfacturas.core.tree.Binder}.
 * Neighbours: {@code formato}, {@code fault}, {@code cfe}.
 */
@NullMarked
package uy.pfacturas.core.tree;

import org.jspecify.annotations.NullMarked;
