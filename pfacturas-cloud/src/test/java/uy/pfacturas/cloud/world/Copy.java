package uy.pfacturas.cloud.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import uy.pfacturas.cloud.store.SecondCopy;
import uy.pfacturas.core.json.Json;

/** The second copy on another medium: outlives the store, and a power cut leaves its front part. */
class Copy implements SecondCopy {
  private static final Pattern N = Pattern.compile("\\{\"n\":(\\d+),");

  private final List<byte[]> entries = new ArrayList<>();
  private final Runnable moment;
  private boolean full;
  private long last;
  private long losses;
  private long mended;

  /**
   * @param moment told before each entry, to stop the machine there
   */
  Copy(Runnable moment) {
    this.moment = moment;
  }

  /** Fails, and keeps nothing, while it is full. */
  final void full(boolean now) {
    full = now;
  }

  final boolean isFull() {
    return full;
  }

  @Override
  public void append(List<byte[]> added, Runnable done) {
    for (byte[] entry : added) {
      moment.run();
      if (!full) {
        keep(entry);
      }
    }
    losses += full ? 1 : 0;
    moment.run();
    done.run();
  }

  /** Whether it has all that was said to it. */
  final boolean isGood() {
    return !full && isWhole();
  }

  /** One entry is on the medium. */
  void keep(byte[] entry) {
    entries.add(entry);
    Matcher n = N.matcher(new String(entry, StandardCharsets.UTF_8));
    last = n.lookingAt() ? Long.parseLong(n.group(1)) : last;
  }

  /** The machine stopped. */
  void crash() {
    // All that was appended is there.
  }

  @Override
  public final long losses() {
    return losses;
  }

  @Override
  public final boolean isWhole() {
    return losses == mended;
  }

  /** All that had been lost was told again. */
  final void mended(long told) {
    mended = told;
  }

  /** A program that starts knows of no losses of an earlier one. */
  final void begin() {
    losses = 0;
    mended = 0;
  }

  /** The last entry that it has; 0 if none. */
  long copied() {
    return last;
  }

  final void readAll(Consumer<JsonNode> reader) {
    entries.forEach(entry -> reader.accept(read(entry)));
  }

  private static JsonNode read(byte[] entry) {
    InputStream in = new ByteArrayInputStream(entry);
    try {
      return Json.MAPPER.readTree(entry[0] == '{' ? in : new InflaterInputStream(in));
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be read", e);
    }
  }

  /** Whether it has an entry with all of these texts. */
  final boolean has(String... texts) {
    return entries.stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .anyMatch(entry -> List.of(texts).stream().allMatch(entry::contains));
  }
}
