package uy.pfacturas.cloud.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import uy.pfacturas.core.json.Json;

/**
 * The files of the journal. An entry is its length and its CRC-32, four bytes each, big endian,
 * then JSON, deflated where its first byte is not an opening brace.
 */
final class Segments {
  private static final long MAX_BYTES = 32L << 20;
  private static final int MAX_ENTRY_BYTES = 16 << 20;

  private final Path folder;
  private final long maxBytes;
  private int number = 1;
  private @Nullable FileChannel channel;

  Segments(Path folder) {
    this(folder, MAX_BYTES);
  }

  /**
   * @param maxBytes size behind which a new file is begun
   */
  Segments(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  Path folder() {
    return folder;
  }

  /** Goes on behind the newest file's entries; one with a torn end is left as it is. */
  void open() throws IOException {
    Files.createDirectories(folder);
    number = newest().orElse(1);
    if (Files.exists(file(number)) && read(file(number), entry -> {}) < Files.size(file(number))) {
      number++;
    }
    channel = openFile();
  }

  private FileChannel openFile() throws IOException {
    FileChannel opened =
        FileChannel.open(file(number), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    opened.force(true);
    forceFolder();
    return opened;
  }

  /** Appends and forces; after a failure the next call begins a new file. */
  void append(List<byte[]> entries) throws IOException {
    FileChannel open = channel;
    if (open == null) {
      open();
      open = channel;
    }
    if (open == null) {
      throw new IOException("journal is closed");
    }
    try {
      if (open.position() > maxBytes) {
        open.close();
        number++;
        open = openFile();
        channel = open;
      }
      ByteBuffer block = block(entries);
      while (block.hasRemaining()) {
        open.write(block);
      }
      open.force(false);
    } catch (IOException e) {
      channel = null;
      open.close();
      throw e;
    }
  }

  private static ByteBuffer block(List<byte[]> entries) {
    ByteBuffer block = ByteBuffer.allocate(entries.stream().mapToInt(e -> e.length + 8).sum());
    for (byte[] entry : entries) {
      block.putInt(entry.length).putInt(crc(entry)).put(entry);
    }
    return block.flip();
  }

  /** Reads the newest file that has entries. */
  void readNewest(Consumer<JsonNode> reader) throws IOException {
    for (int n = newest().orElse(0); n > 0; n--) {
      if (Files.exists(file(n)) && read(file(n), reader) > 0) {
        return;
      }
    }
  }

  /** Reads all files, oldest first, each up to the end of its last whole entry. */
  void readAll(Consumer<JsonNode> reader) throws IOException {
    int last = newest().orElse(0);
    for (int n = 1; n <= last; n++) {
      if (Files.exists(file(n))) {
        read(file(n), reader);
      }
    }
  }

  /** Reads whole entries and gives the position after the last of them. */
  private static long read(Path file, Consumer<JsonNode> reader) throws IOException {
    long good = 0;
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(raw, 1 << 16))) {
      while (true) {
        int length = in.readInt();
        int crc = in.readInt();
        if (length <= 0 || length > MAX_ENTRY_BYTES) {
          return good;
        }
        byte[] entry = in.readNBytes(length);
        if (entry.length < length || crc(entry) != crc) {
          return good;
        }
        reader.accept(Json.MAPPER.readTree(plain(entry)));
        good += length + 8L;
      }
    } catch (EOFException e) {
      return good;
    }
  }

  private static InputStream plain(byte[] entry) {
    InputStream bytes = new ByteArrayInputStream(entry);
    return entry[0] == '{' ? bytes : new InflaterInputStream(bytes);
  }

  private static int crc(byte[] entry) {
    CRC32 crc = new CRC32();
    crc.update(entry);
    return (int) crc.getValue();
  }

  private Optional<Integer> newest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.matches("diario-[0-9]{6}\\.pfj"))
          .map(name -> Integer.parseInt(name.substring(7, 13)))
          .max(Integer::compare);
    }
  }

  private Path file(int n) {
    return folder.resolve(String.format(Locale.ROOT, "diario-%06d.pfj", n));
  }

  /** Makes the name of a new file durable, where the system can. */
  private void forceFolder() {
    try (FileChannel dir = FileChannel.open(folder, StandardOpenOption.READ)) {
      dir.force(true);
    } catch (IOException e) {
      // Windows cannot open a folder; there the name is durable with the file.
      org.slf4j.LoggerFactory.getLogger(Segments.class)
          .debug("folder not forced: {}", e.toString());
    }
  }

  void close() throws IOException {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }
}
