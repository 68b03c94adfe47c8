package uy.pfacturas.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a folder can be written into and its disk has room.
 *
 * @param folder the folder, or the one that will be made
 */
public record FolderCheck(Path folder) implements Check {
  private static final long SCARCE = 1L << 30;
  private static final long TOO_LITTLE = 100L << 20;
  private static final long MIB = 1L << 20;

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, ".doctor", ".tmp");
      Path moved = probe.resolveSibling(probe.getFileName() + ".2");
      Files.move(probe, moved);
      Files.delete(moved);
      findings.add(Finding.ok("carpeta", folder));
      findings.add(space(Files.getFileStore(folder).getUsableSpace()));
    } catch (IOException e) {
      findings.add(Finding.fault("carpeta_no", folder, e.toString()));
    }
    return findings;
  }

  private Finding space(long bytes) {
    if (bytes < TOO_LITTLE) {
      return Finding.fault("disco_lleno", folder, bytes / MIB);
    }
    return bytes < SCARCE
        ? Finding.warning("disco_poco", folder, bytes / MIB)
        : Finding.ok("disco", folder, bytes / MIB);
  }
}
