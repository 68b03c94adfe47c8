package uy.pfacturas.signing.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses who makes the cryptography; called once, when the program starts. */
public final class Providers {
  private final ClassLoader loader;

  /** Those beside the program's own classes. */
  public Providers() {
    this(Providers.class.getClassLoader());
  }

  Providers(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The one that is wanted where it works, else the JDK's. Never fails. Loading a native library
   * takes some 30 to 200 ms: for a single signature it is not worth it.
   *
   * @param notice is told, in one line, of each one that is wanted and does not work
   */
  public Cryptography choose(ProviderChoice choice, Consumer<String> notice) {
    for (NativeProvider wanted : choice.wanted()) {
      NativeProvider.Loading loading = wanted.load(loader);
      if (loading instanceof NativeProvider.Loading.Loaded loaded) {
        return Cryptography.of(loaded.provider());
      }
      complaint(wanted, loading, choice).ifPresent(notice);
    }
    return Cryptography.jdk();
  }

  private static Optional<String> complaint(
      NativeProvider wanted, NativeProvider.Loading loading, ProviderChoice choice) {
    String name = wanted.name().toLowerCase(Locale.ROOT);
    if (loading instanceof NativeProvider.Loading.Broken broken) {
      return Optional.of(
          "El proveedor de firma " + name + " no funciona en esta máquina: " + broken.reason());
    }
    return choice != ProviderChoice.AUTO
        ? Optional.of("El proveedor de firma " + name + " no está en la carpeta proveedores")
        : Optional.empty();
  }
}
