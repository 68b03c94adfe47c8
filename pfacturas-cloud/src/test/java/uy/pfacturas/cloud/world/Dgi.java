package uy.pfacturas.cloud.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uy.pfacturas.core.cfe.Numero;

/** DGI, as far as it counts documents: sobres, and the daily reports with their corrections. */
final class Dgi {
  /** A sobre: its name and what each number's signature is. */
  record Sobre(String id, Map<Numero, String> documentos) {}

  /**
   * What it says of a sobre; what is in none of them it did not take.
   *
   * @param tomados numbers that it has by this sobre
   * @param repetidos numbers that it had by another one (E02), with the signature that it has
   */
  record Acuse(Set<Numero> tomados, Map<Numero, String> repetidos) {
    Acuse {
      tomados = Set.copyOf(tomados);
      repetidos = Map.copyOf(repetidos);
    }
  }

  /** A day's report: the last one sent counts. */
  record Reporte(Set<Numero> usados, Set<Numero> anulados) {
    Reporte {
      usados = Set.copyOf(usados);
      anulados = Set.copyOf(anulados);
    }
  }

  private final Map<String, Acuse> acuses = new HashMap<>();
  private final Map<Numero, String> documentos = new HashMap<>();
  private final Map<LocalDate, Reporte> reportes = new TreeMap<>();
  private final List<String> alarms = new ArrayList<>();

  /**
   * Takes a sobre.
   *
   * @param refused whether it takes none of it (BS)
   * @return empty if it has a sobre of this name (S08): then {@link #acuse} is what it said of that
   */
  Optional<Acuse> receive(Sobre sobre, boolean refused) {
    if (acuses.containsKey(sobre.id())) {
      return Optional.empty();
    }
    Set<Numero> taken = new HashSet<>();
    Map<Numero, String> had = new HashMap<>();
    if (!refused) {
      sobre
          .documentos()
          .forEach(
              (numero, hash) -> {
                String first = documentos.putIfAbsent(numero, hash);
                if (first == null) {
                  taken.add(numero);
                } else {
                  had.put(numero, first);
                }
              });
    }
    Acuse acuse = new Acuse(taken, had);
    acuses.put(sobre.id(), acuse);
    return Optional.of(acuse);
  }

  /** What it said of the first sobre of this name. */
  Acuse acuse(String sobre) {
    return Optional.ofNullable(acuses.get(sobre)).orElseThrow();
  }

  void receive(LocalDate day, Reporte reporte) {
    reportes.put(day, reporte);
  }

  Optional<Reporte> reporte(LocalDate day) {
    return Optional.ofNullable(reportes.get(day));
  }

  /** Days that it has a report of. */
  Set<LocalDate> days() {
    return reportes.keySet();
  }

  boolean holds(Numero numero, String hash) {
    return hash.equals(documentos.get(numero));
  }

  Map<Numero, String> documentos() {
    return documentos;
  }

  /** Numbers that the reports call used, and those that they call annulled, with contradictions. */
  Set<Numero> reported(boolean used) {
    Set<Numero> all = new HashSet<>();
    for (Reporte reporte : reportes.values()) {
      for (Numero numero : used ? reporte.usados() : reporte.anulados()) {
        if (!all.add(numero)) {
          alarms.add("number in the reports of two days: " + numero.texto());
        }
      }
    }
    return all;
  }

  List<String> alarms() {
    return alarms;
  }
}
