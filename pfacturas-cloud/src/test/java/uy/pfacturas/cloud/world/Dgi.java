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

  /** A day's report: the last one sent counts. */
  record Reporte(Set<Numero> usados, Set<Numero> anulados) {
    Reporte {
      usados = Set.copyOf(usados);
      anulados = Set.copyOf(anulados);
    }
  }

  private final Map<String, Sobre> sobres = new HashMap<>();
  private final Map<Numero, String> documentos = new HashMap<>();
  private final Map<LocalDate, Reporte> reportes = new TreeMap<>();
  private final List<String> alarms = new ArrayList<>();

  /**
   * Takes a sobre. One that it has (S08) says what it said; a number that it has (E02) is what it
   * was, if the signature is the same.
   *
   * @return the numbers that it has by this sobre
   */
  Set<Numero> receive(Sobre sobre) {
    Sobre first = sobres.putIfAbsent(sobre.id(), sobre);
    if (first != null) {
      return first.documentos().keySet();
    }
    sobre
        .documentos()
        .forEach(
            (numero, hash) -> {
              String had = documentos.putIfAbsent(numero, hash);
              if (had != null && !had.equals(hash)) {
                alarms.add("number used twice at DGI: " + numero.texto());
              }
            });
    return sobre.documentos().keySet();
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
