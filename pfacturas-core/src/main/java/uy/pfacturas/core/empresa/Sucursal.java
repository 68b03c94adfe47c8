package uy.pfacturas.core.empresa;

import java.util.Optional;

/**
 * A branch of the company.
 *
 * @param codigo given by DGI, up to four digits, A-C47
 * @param nombre up to 20 characters, A-C46
 * @param domicilio fiscal address, up to 70 characters, A-C48
 * @param ciudad up to 30 characters, A-C49
 * @param departamento up to 30 characters, A-C50
 */
public record Sucursal(
    int codigo, Optional<String> nombre, String domicilio, String ciudad, String departamento) {}
