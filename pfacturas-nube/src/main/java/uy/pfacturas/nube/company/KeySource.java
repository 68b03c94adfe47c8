package uy.pfacturas.nube.company;

import java.nio.file.Path;

/**
 * Where a key lies and where its password is found; holds no secret itself.
 *
 * @param pkcs12 the PKCS#12 file
 * @param password where the password is found
 */
public record KeySource(Path pkcs12, PasswordSource password) {}
