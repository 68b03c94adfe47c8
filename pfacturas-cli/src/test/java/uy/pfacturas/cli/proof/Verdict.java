package uy.pfacturas.cli.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether nothing was lost and nothing was issued twice: each file has one final answer,
 * each id one number for life, each number one document with one hash that all sides agree on, no
 * number is missing, no time of signing goes back, and both sides signed. Knows nothing of how the
 * evidence was gathered.
 */
final class Verdict {
  private final List<Sent> sent;
  private final Evidence evidence;
  private final List<String> faults = new ArrayList<>();

  private Verdict(List<Sent> sent, Evidence evidence) {
    this.sent = sent;
    this.evidence = evidence;
  }

  /** All that is wrong, a sentence each; empty if all is well. */
  static List<String> faults(List<Sent> sent, Evidence evidence) {
    Verdict verdict = new Verdict(sent, evidence);
    verdict.answers();
    verdict.files();
    verdict.documents();
    verdict.numbers();
    verdict.signers();
    verdict.times();
    return verdict.faults;
  }

  /** One final answer for each file, the same as before and as under its id. */
  private void answers() {
    Map<String, Evidence.Told> told = unique("status file", evidence.told(), Evidence.Told::of);
    Map<String, Evidence.Told> byId =
        unique("status of id", evidence.toldById(), Evidence.Told::of);
    Map<String, Evidence.Told> issued = new HashMap<>();
    for (Sent file : sent) {
      Evidence.Told answer = told.remove(file.base());
      if (answer == null) {
        faults.add(file.base() + " has no answer");
      } else if (!answer.estado().equals(file.isGood() ? "ENTREGADO" : "RECHAZADO")) {
        faults.add(file.base() + " ended as " + answer);
      } else if (!file.isGood() && !answer.numero().isEmpty()) {
        faults.add(file.base() + " was refused with a number: " + answer);
      } else if (file.isGood()) {
        Evidence.Told first = issued.putIfAbsent(file.id(), answer);
        if (first != null && !isSame(first, answer)) {
          faults.add("id " + file.id() + " has two answers: " + first + " and " + answer);
        }
        Evidence.Told ofId = byId.get(file.id());
        if (ofId == null || !isSame(ofId, answer)) {
          faults.add(file.base() + " is answered as " + answer + " but its id as " + ofId);
        }
      }
      faults.addAll(changed(file, answer));
    }
    told.keySet().forEach(base -> faults.add("answer to a file that nobody sent: " + base));
  }

  private List<String> changed(Sent file, Evidence.@Nullable Told answer) {
    return evidence.toldBefore().stream()
        .filter(before -> before.of().equals(file.base()) && !before.numero().isEmpty())
        .filter(
            before ->
                answer == null
                    || !before.numero().equals(answer.numero())
                    || isOtherHash(before, answer))
        .map(before -> file.base() + " was told " + before + " and later " + answer)
        .toList();
  }

  private static boolean isOtherHash(Evidence.Told before, Evidence.Told answer) {
    return !before.hash().isEmpty() && !before.hash().equals(answer.hash());
  }

  private static boolean isSame(Evidence.Told a, Evidence.Told b) {
    return a.numero().equals(b.numero()) && a.hash().equals(b.hash());
  }

  /** Each file lies once where its end says, and nowhere else. */
  private void files() {
    for (Sent file : sent) {
      List<String> places = evidence.filed().getOrDefault(file.file(), List.of());
      if (!places.equals(List.of(file.isGood() ? "procesados" : "rechazados"))) {
        faults.add(file.file() + " lies in " + places);
      }
    }
  }

  /** Archive, store and ledger hold the documents that the ERP was told of, and no others. */
  private void documents() {
    Map<String, String> told = new HashMap<>();
    for (Evidence.Told answer : evidence.told()) {
      if (!answer.numero().isEmpty()) {
        String before = told.putIfAbsent(answer.numero(), line(answer.id(), answer.hash()));
        if (before != null && !before.equals(line(answer.id(), answer.hash()))) {
          faults.add("number " + answer.numero() + " was told for " + before + " and " + answer);
        }
      }
    }
    compare("archive", told, evidence.kept(), Evidence.Kept::numero, k -> line(k.id(), k.hash()));
    compare(
        "store",
        told,
        evidence.recorded().stream().filter(Evidence.Recorded::isSigned).toList(),
        Evidence.Recorded::numero,
        r -> line(r.id(), r.hash()));
    compare(
        "ledger",
        told,
        evidence.leased().stream().filter(n -> n.estado().equals("FIRME")).toList(),
        Evidence.Leased::numero,
        n -> line(n.id(), n.hash()));
    unique("document of an id", evidence.recorded(), Evidence.Recorded::id);
    if (evidence.quarantined() > 0) {
      faults.add(evidence.quarantined() + " contradictions are in quarantine");
    }
  }

  private <T> void compare(
      String where,
      Map<String, String> told,
      List<T> held,
      Function<T, String> numero,
      Function<T, String> line) {
    Map<String, T> byNumber = unique("document in " + where, held, numero);
    Set<String> all = new HashSet<>(told.keySet());
    all.addAll(byNumber.keySet());
    for (String number : all) {
      String here = byNumber.containsKey(number) ? line.apply(byNumber.get(number)) : "nothing";
      String there = told.getOrDefault(number, "nothing");
      if (!here.equals(there)) {
        faults.add(number + ": " + where + " holds " + here + ", the ERP was told " + there);
      }
    }
  }

  /** Each leased number is used, annulled and on the unused list, or stock. */
  private void numbers() {
    Map<String, Evidence.Leased> ledger =
        unique("number in ledger", evidence.leased(), Evidence.Leased::numero);
    for (Evidence.Leased number : ledger.values()) {
      boolean isKnown =
          switch (number.estado()) {
            case "FIRME" -> true;
            case "ANULADO" -> evidence.stock().unused().contains(number.numero());
            case "EN_BLOQUE" ->
                evidence.stock().open().contains(number.numero())
                    || evidence.stock().asked().contains(number.solicitud());
            default -> false;
          };
      if (!isKnown) {
        faults.add("number is neither used, unused nor stock: " + number);
      }
    }
    lies("open", evidence.stock().open(), ledger, "EN_BLOQUE");
    lies("unused", evidence.stock().unused(), ledger, "ANULADO");
    gaps(ledger.keySet());
  }

  private void lies(
      String name, Set<String> numbers, Map<String, Evidence.Leased> ledger, String estado) {
    for (String numero : numbers) {
      Evidence.Leased number = ledger.get(numero);
      if (number == null || !number.estado().equals(estado)) {
        faults.add(numero + " is " + name + " for the station, but in the ledger " + number);
      }
    }
  }

  /** The ledger knows every number below the highest of its type and series. */
  private void gaps(Set<String> numbers) {
    Map<String, Integer> highest = new HashMap<>();
    for (String numero : numbers) {
      int cut = numero.lastIndexOf('-') + 1;
      int nro = Integer.parseInt(numero.substring(cut));
      highest.merge(numero.substring(0, cut), nro, Math::max);
    }
    highest.forEach(
        (series, high) -> {
          for (int nro = 1; nro <= high; nro++) {
            if (!numbers.contains(series + nro)) {
              faults.add("number was skipped: " + series + nro);
            }
          }
        });
  }

  /** The run was worth it: station and cloud had to sign, and the station stopped by itself. */
  private void signers() {
    if (evidence.recorded().stream().noneMatch(Evidence.Recorded::isLocal)) {
      faults.add("nothing was signed at the station");
    }
    if (evidence.recorded().stream().noneMatch(r -> r.isSigned() && !r.isLocal())) {
      faults.add("nothing was signed by the cloud");
    }
    if (evidence.contingencia()) {
      faults.add("the station is still in contingencia");
    }
  }

  /** A note is not signed before its document, nor a file before what the ERP was told earlier. */
  private void times() {
    Map<String, Integer> firstFile = new HashMap<>();
    for (int n = 0; n < sent.size(); n++) {
      firstFile.putIfAbsent(sent.get(n).id(), n);
    }
    List<Evidence.Recorded> documents =
        evidence.recorded().stream().filter(Evidence.Recorded::isSigned).toList();
    Map<String, Evidence.Recorded> byNumber = new HashMap<>();
    documents.forEach(doc -> byNumber.put(doc.numero(), doc));
    for (Evidence.Recorded doc : documents) {
      doc.referencias().forEach(numero -> follows(byNumber.get(numero), doc));
      int file = firstFile.getOrDefault(doc.id(), -1);
      evidence
          .signedBefore()
          .forEach(
              (numero, written) -> {
                if (file >= written) {
                  follows(byNumber.get(numero), doc);
                }
              });
    }
  }

  private void follows(Evidence.@Nullable Recorded first, Evidence.@Nullable Recorded next) {
    if (first != null && next != null && next.firmado().isBefore(first.firmado())) {
      faults.add(next + " was signed before " + first);
    }
  }

  private <T> Map<String, T> unique(String what, List<T> all, Function<T, String> key) {
    Map<String, List<T>> grouped = all.stream().collect(Collectors.groupingBy(key));
    Map<String, T> unique = new HashMap<>();
    grouped.forEach(
        (k, values) -> {
          unique.put(k, values.get(0));
          if (values.size() > 1) {
            faults.add(what + " is there " + values.size() + " times: " + values);
          }
        });
    return unique;
  }

  private static String line(String id, String hash) {
    return id + " " + hash;
  }
}
