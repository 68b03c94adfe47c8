package uy.pfacturas.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import uy.pfacturas.cloud.mailbox.Claim;
import uy.pfacturas.cloud.station.Situacion;
import uy.pfacturas.core.cfe.Numero;

/** What is being worked on: documents that are not finished, and the files that they came in. */
final class Desk {
  private final Map<String, Live> lives = new ConcurrentHashMap<>();
  private final Map<String, Claim> claims = new ConcurrentHashMap<>();
  private final Set<String> urgent = ConcurrentHashMap.newKeySet();

  /** The document of this id, if it is not finished. */
  Optional<Live> find(String id) {
    return Optional.ofNullable(lives.get(id));
  }

  void put(String id, Live live) {
    lives.put(id, live);
  }

  void forget(List<String> ids) {
    ids.forEach(id -> lives.computeIfPresent(id, (key, live) -> live.doc().isOpen() ? live : null));
  }

  /** Binds a file to an id; false while another file of this id is in work. */
  boolean take(String id, Claim claim) {
    Claim holder = claims.putIfAbsent(id, claim);
    return holder == null || holder.equals(claim);
  }

  /** The id that this file was bound to. */
  Optional<String> findByClaim(Claim claim) {
    return claims.entrySet().stream()
        .filter(e -> e.getValue().equals(claim))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Frees the id, if it is this file that is bound to it. */
  void release(String id, Claim claim) {
    claims.remove(id, claim);
  }

  /**
   * Frees the id, and gives the file of this base name that was bound to it. Another file with the
   * same id, which gets its own answer, stays bound.
   */
  Optional<Claim> release(String id, String base) {
    return Optional.ofNullable(claims.get(id))
        .filter(claim -> claim.baseName().equals(base) && claims.remove(id, claim));
  }

  /** Whether a document waits for its signature under this number. */
  boolean isAsked(Numero numero) {
    return lives.values().stream()
        .map(Live::doc)
        .filter(doc -> doc.situacion() == Situacion.ENVIANDO)
        .anyMatch(doc -> doc.numero().equals(Optional.of(numero)));
  }

  /** The paper of this document waits for its delivery, which goes its own way until then. */
  void hurry(String id) {
    urgent.add(id);
  }

  /** Its delivery is like any other again. */
  void calm(String id) {
    urgent.remove(id);
  }

  /** Whether its paper waits for its delivery. */
  boolean isUrgent(String id) {
    return urgent.contains(id);
  }

  /** Lets go of a document that only waits for its delivery; the store keeps it. */
  void retire(String id) {
    lives.computeIfPresent(id, (key, live) -> live.isOnlyUndelivered() ? null : live);
  }

  /** The document of this id as it is worked on, or else from what is kept of it. */
  Live revive(String id, Supplier<Live> kept) {
    return lives.computeIfAbsent(id, key -> kept.get());
  }

  /**
   * Answers a further file as the document of this id is answered, to its end; false if there is
   * nothing more to come, and then nothing was done.
   *
   * @param kept the document from what is kept of it; empty if nothing is to come
   */
  boolean answer(String id, Live.Repeat repeat, Supplier<Optional<Live>> kept) {
    AtomicBoolean isAnswered = new AtomicBoolean();
    // In one with retire: a document that is let go of takes no answers with it.
    lives.compute(
        id,
        (key, known) -> {
          Optional<Live> live = Optional.ofNullable(known).or(kept);
          isAnswered.set(live.filter(l -> l.answer(repeat)).isPresent());
          return known == null && !isAnswered.get() ? null : live.orElse(null);
        });
    return isAnswered.get();
  }

  /** Documents that have their number and wait for a signature. */
  List<Live> waiting() {
    return lives.values().stream()
        .filter(live -> live.doc().situacion() == Situacion.ENVIANDO)
        .sorted(java.util.Comparator.comparingLong(live -> live.doc().secuencia()))
        .toList();
  }
}
