package uy.pfacturas.cloud.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is done to files, so that tests can let a disk be full or a file be held. */
interface Disk {
  /** The real one. */
  Disk REAL =
      new Disk() {
        @Override
        public void create(Path file, byte[] content) throws IOException {
          Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          Files.move(from, to);
        }

        @Override
        public boolean isWritable(Path folder) {
          return Files.isWritable(folder);
        }
      };

  /** Writes a new file; fails if the name is taken, also by a link. */
  void create(Path file, byte[] content) throws IOException;

  /** Renames in one step over whatever has the name; a link there is replaced, not followed. */
  void replace(Path from, Path to) throws IOException;

  /** Renames to a name that must be free. */
  void move(Path from, Path to) throws IOException;

  /** Whether this user may make and remove names in a folder. */
  boolean isWritable(Path folder);
}
