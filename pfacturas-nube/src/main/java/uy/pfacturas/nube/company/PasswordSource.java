package uy.pfacturas.nube.company;

import java.nio.file.Path;
import uy.pfacturas.signing.KeyPassword;

/**
 * Where a password is found; never the password itself. Text form: {@code archivo:/ruta}, {@code
 * entorno:NOMBRE}.
 */
public sealed interface PasswordSource {
  /** The first line of a file that only its user can read. */
  record FromFile(Path path) implements PasswordSource {
    @Override
    public String texto() {
      return "archivo:" + path;
    }

    @Override
    public KeyPassword open() {
      return KeyPassword.read(path);
    }
  }

  /** A variable of the environment. */
  record FromEnvironment(String name) implements PasswordSource {
    @Override
    public String texto() {
      return "entorno:" + name;
    }

    @Override
    public KeyPassword open() {
      return KeyPassword.fromEnvironment(name);
    }
  }

  /** As text, see {@link #parse}. */
  String texto();

  /**
   * The password, read now.
   *
   * @throws uy.pfacturas.signing.SigningException if it is not there, or others may read it
   */
  KeyPassword open();

  /**
   * From its text form.
   *
   * @throws IllegalArgumentException if it is neither {@code archivo:} nor {@code entorno:}
   */
  static PasswordSource parse(String texto) {
    if (texto.startsWith("archivo:")) {
      return new FromFile(Path.of(texto.substring("archivo:".length())));
    }
    if (texto.startsWith("entorno:")) {
      return new FromEnvironment(texto.substring("entorno:".length()));
    }
    throw new IllegalArgumentException("source of a password is unknown");
  }
}
