package uy.pfacturas.nube.epoch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import uy.pfacturas.core.json.Json;

/**
 * What the mark says.
 *
 * @param libro identity of the database, made with it
 * @param epoca its life
 * @param cambios commits that the database had at least
 * @param numeros the highest number that may have been given, by company and CAE
 * @param estaciones the stations that were given numbers, by company
 */
record Remembered(
    String libro,
    long epoca,
    long cambios,
    SortedMap<String, Integer> numeros,
    SortedMap<String, SortedSet<String>> estaciones) {
  Remembered {
    numeros = Collections.unmodifiableSortedMap(new TreeMap<>(numeros));
    TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
    estaciones.forEach(
        (ruc, names) -> copy.put(ruc, Collections.unmodifiableSortedSet(new TreeSet<>(names))));
    estaciones = Collections.unmodifiableSortedMap(copy);
  }

  /** Of a database that has given nothing. */
  static Remembered fresh(String libro, long epoca) {
    return new Remembered(libro, epoca, 0, new TreeMap<>(), new TreeMap<>());
  }

  Remembered withLife(long newEpoca, long newCambios) {
    return new Remembered(libro, newEpoca, newCambios, numeros, estaciones);
  }

  Remembered withNumero(String ruc, long cae, int nro) {
    TreeMap<String, Integer> more = new TreeMap<>(numeros);
    more.merge(key(ruc, cae), nro, Math::max);
    return new Remembered(libro, epoca, cambios, more, estaciones);
  }

  Remembered withEstacion(String ruc, String estacion) {
    TreeMap<String, SortedSet<String>> more = new TreeMap<>(estaciones);
    TreeSet<String> names = new TreeSet<>(more.getOrDefault(ruc, new TreeSet<>()));
    names.add(estacion);
    more.put(ruc, names);
    return new Remembered(libro, epoca, cambios, numeros, more);
  }

  int highest(String ruc, long cae) {
    return numeros.getOrDefault(key(ruc, cae), 0);
  }

  boolean knows(String ruc, String estacion) {
    SortedSet<String> names = estaciones.get(ruc);
    return names != null && names.contains(estacion);
  }

  private static String key(String ruc, long cae) {
    return ruc + "/" + cae;
  }

  byte[] render() {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the mark cannot be written", e);
    }
  }

  /**
   * @throws IOException if it is not a mark
   */
  static Remembered parse(byte[] file) throws IOException {
    String text = new String(file, StandardCharsets.UTF_8);
    if (!text.startsWith("{")) {
      return ofFirstProgram(text);
    }
    Remembered read = Json.MAPPER.readValue(file, Remembered.class);
    return new Remembered(
        read.libro, read.epoca, read.cambios, copy(read.numeros), copy(read.estaciones));
  }

  @SuppressWarnings("NullAway") // A key that is not in the file is null after reading.
  private static <V> SortedMap<String, V> copy(Map<String, V> read) {
    return read == null ? new TreeMap<>() : new TreeMap<>(read);
  }

  /** Identity and life only, as the first programs wrote them. */
  private static Remembered ofFirstProgram(String text) throws IOException {
    Properties values = new Properties();
    values.load(new StringReader(text));
    String epoca = values.getProperty("epoca", "");
    return fresh(
        values.getProperty("libro", ""), epoca.matches("[0-9]{1,18}") ? Long.parseLong(epoca) : -1);
  }
}
