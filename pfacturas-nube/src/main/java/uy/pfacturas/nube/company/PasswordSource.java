package uy.pfacturas.nube.company;

import java.nio.file.Path;

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
  }

  /** A variable of the environment. */
  record FromEnvironment(String name) implements PasswordSource {
    @Override
    public String texto() {
      return "entorno:" + name;
    }
  }

  /** As text, see {@link #parse}. */
  String texto();

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
