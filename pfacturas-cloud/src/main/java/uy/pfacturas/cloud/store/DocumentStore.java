package uy.pfacturas.cloud.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The durable store of the station. Changes that wait at the same moment share one commit; each is
 * told its result when it is on the disk and, where it has something to say to it, in the second
 * copy. Thread-safe.
 */
public final class DocumentStore implements AutoCloseable {
  /** Key in {@code ESTADO}: while it is there the second copy is to be told everything anew. */
  public static final String COPY_OWED = "copia-pendiente";

  private final Medium medium;
  private final SecondCopy copy;
  private final Committer committer;

  private DocumentStore(Medium medium, SecondCopy copy, Committer committer) {
    this.medium = medium;
    this.copy = copy;
    this.committer = committer;
  }

  /** Over a medium and its second copy, with a thread of its own that commits. */
  public static DocumentStore open(Medium medium, SecondCopy copy) {
    return new DocumentStore(medium, copy, Committer.threaded(medium, copy));
  }

  /** The same, but every change is committed in the thread of its caller. */
  public static DocumentStore direct(Medium medium, SecondCopy copy) {
    return new DocumentStore(medium, copy, Committer.direct(medium, copy));
  }

  /**
   * Makes a change. The future ends with its result once it is durable, or with what it threw, or
   * with {@link StoreException} if the disk did not take it.
   */
  public <R> CompletableFuture<R> commit(Change<R> change) {
    return committer.commit(change);
  }

  /** Whether the second copy has all that was said to it, so that what is finished may rest. */
  public boolean isCopied() {
    return copy.isWhole();
  }

  /** How often the second copy lost what was said to it. */
  public long copyLosses() {
    return copy.losses();
  }

  /**
   * The value of a key, as of the last commit; empty if there is none.
   *
   * @throws StoreException if it cannot be read now
   */
  public <T> Optional<T> find(Table table, String key, Class<T> type) {
    return medium.find(table, key).map(bytes -> Stored.read(bytes, type));
  }

  /** Up to {@code max} values whose keys come after {@code after}, in the order of keys. */
  public <T> List<Map.Entry<String, T>> scan(Table table, String after, int max, Class<T> type) {
    return medium.scan(table, after, max).stream()
        .map(e -> Map.entry(e.getKey(), Stored.read(e.getValue(), type)))
        .toList();
  }

  /** Commits what waits, then closes the medium. */
  @Override
  public void close() {
    committer.close();
    medium.close();
  }
}
