package uy.pfacturas.core.input;

import java.util.Optional;

/**
 * Section {@code [Pedido]} as written. Public for the table's forms; for readers of this package.
 *
 * @param formato version of the syntax
 * @param tipo what is asked for; empty to issue a document
 * @param id identity of the request
 * @param idAnterior the id that this one replaces
 * @param puesto till
 * @param sucursal DGI's code of the branch
 * @param rut the RUT that is looked up
 * @param de the id of the document that the request is about
 * @param accion what is to be done with the contingencia
 */
public record Cabecera(
    Optional<Integer> formato,
    Optional<String> tipo,
    Optional<String> id,
    Optional<String> idAnterior,
    Optional<String> puesto,
    Optional<Integer> sucursal,
    Optional<String> rut,
    Optional<String> de,
    Optional<String> accion) {}
