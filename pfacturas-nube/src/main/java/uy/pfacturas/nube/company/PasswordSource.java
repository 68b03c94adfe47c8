package uy.pfacturas.nube.company;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.signing.key.KeyPassword;

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

    @Override
    public String reveal() {
      // Refuses a file that others may read.
      KeyPassword.read(path);
      try (Stream<String> lines = Files.lines(path)) {
        return lines.findFirst().orElse("");
      } catch (IOException e) {
        throw new NubeException("No se puede leer la contraseña de " + path + ".", e);
      }
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

    @Override
    public String reveal() {
      String value = System.getenv(name);
      if (value == null) {
        throw new NubeException("Falta la variable de entorno " + name + ".");
      }
      return value;
    }
  }

  /** As text, see {@link #parse}. */
  String texto();

  /**
   * The password, read now.
   *
   * @throws uy.pfacturas.signing.failure.SigningException if it is not there, or others may read it
   */
  KeyPassword open();

  /**
   * The password in clear, for a library that takes no other; never to be logged.
   *
   * @throws NubeException if it is not there
   * @throws uy.pfacturas.signing.failure.SigningException if others may read it
   */
  String reveal();

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
