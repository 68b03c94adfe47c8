package uy.pfacturas.cloud.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Bloque;

/** The cloud's database: what a backup holds, and a restore loses. */
final class Ledger {
  private static final Comparator<Numero> ORDER =
      Comparator.comparing((Numero n) -> n.tipo().codigo())
          .thenComparing(Numero::serie)
          .thenComparing(Numero::nro);

  private final Map<Numero, Held> numeros = new TreeMap<>(ORDER);
  private final Map<String, String> duenas = new HashMap<>();
  private final Map<String, Bloque> bloques = new HashMap<>();
  private final Map<String, Integer> ultimo = new HashMap<>();
  private final Map<String, List<String>> vidas = new HashMap<>();
  private final Set<String> declaradas = new HashSet<>();
  private final Map<String, Dgi.Sobre> sobres = new TreeMap<>();
  private int sobre;

  Ledger copy() {
    Ledger copy = new Ledger();
    copy.numeros.putAll(numeros);
    copy.duenas.putAll(duenas);
    copy.bloques.putAll(bloques);
    copy.ultimo.putAll(ultimo);
    vidas.forEach((estacion, lives) -> copy.vidas.put(estacion, new ArrayList<>(lives)));
    copy.sobres.putAll(sobres);
    copy.sobre = sobre;
    return copy;
  }

  Optional<Held> find(Numero numero) {
    return Optional.ofNullable(numeros.get(numero));
  }

  void put(Held held) {
    numeros.put(held.numero(), held);
  }

  /** All numbers, in their order. */
  List<Held> all() {
    return List.copyOf(numeros.values());
  }

  /** Another number of this id that is firm. */
  Optional<Held> otherFirm(String id, Numero numero) {
    return numeros.values().stream()
        .filter(h -> h.isFirm() && h.id().equals(id) && !h.numero().equals(numero))
        .findFirst();
  }

  Optional<String> duena(String id) {
    return Optional.ofNullable(duenas.get(id));
  }

  void claim(String id, String estacion) {
    duenas.putIfAbsent(id, estacion);
  }

  /** A person moved the id to this station. */
  void move(String id, String estacion) {
    duenas.put(id, estacion);
  }

  Map<String, Bloque> bloques() {
    return bloques;
  }

  /** Last number given of a series. */
  int ultimo(String serie) {
    return ultimo.getOrDefault(serie, 0);
  }

  void ultimo(String serie, int nro) {
    ultimo.put(serie, nro);
  }

  Set<String> series() {
    return Set.copyOf(ultimo.keySet());
  }

  /** Lives of a station, the latest last. */
  List<String> vidas(String estacion) {
    return vidas.computeIfAbsent(estacion, e -> new ArrayList<>());
  }

  /** Stations that have declared in this life of the cloud. */
  Set<String> declaradas() {
    return declaradas;
  }

  /** Sobres that DGI has not answered. */
  Map<String, Dgi.Sobre> sobres() {
    return sobres;
  }

  int nextSobre() {
    return ++sobre;
  }

  int sobre() {
    return sobre;
  }

  void sobre(int last) {
    sobre = last;
  }
}
