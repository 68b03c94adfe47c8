package uy.pfacturas.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether the second copy lies on another medium than the store.
 *
 * @param data folder of the store
 * @param copy folder of the second copy; empty if none was configured
 */
public record SecondCopyCheck(Path data, Optional<Path> copy) implements Check {
  @Override
  public List<Finding> look() {
    if (copy.isEmpty()) {
      return List.of(Finding.warning("copia_falta", data));
    }
    try {
      boolean same =
          Files.getFileStore(existing(data)).equals(Files.getFileStore(existing(copy.get())));
      return List.of(
          same
              ? Finding.warning("copia_mismo_disco", copy.get(), data)
              : Finding.ok("copia", copy.get()));
    } catch (IOException e) {
      return List.of(Finding.fault("carpeta_no", copy.get(), e.toString()));
    }
  }

  private static Path existing(Path folder) throws IOException {
    return Files.createDirectories(folder);
  }
}
