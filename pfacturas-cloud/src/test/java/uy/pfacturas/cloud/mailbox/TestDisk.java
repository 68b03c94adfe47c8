package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The real disk, on which files can be held by another program and space can run out. */
final class TestDisk implements Disk {
  final Set<String> held = ConcurrentHashMap.newKeySet();
  final Set<String> locked = ConcurrentHashMap.newKeySet();
  volatile boolean isFull;

  @Override
  public void create(Path file, byte[] content) throws IOException {
    if (isFull) {
      throw new FileSystemException(file.toString(), null, "No space left on device");
    }
    REAL.create(file, content);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    refuseHeld(from, to);
    REAL.replace(from, to);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    refuseHeld(from, to);
    REAL.move(from, to);
  }

  @Override
  public boolean isWritable(Path folder) {
    return !locked.contains(String.valueOf(folder.getFileName()));
  }

  private void refuseHeld(Path from, Path to) throws IOException {
    if (!isWritable(from.resolveSibling("").normalize())
        || !isWritable(to.resolveSibling("").normalize())) {
      throw new AccessDeniedException(to.toString());
    }
    if (held.contains(String.valueOf(from.getFileName()))
        || held.contains(String.valueOf(to.getFileName()))) {
      throw new FileSystemException(from.toString(), to.toString(), "in use");
    }
  }
}
