package uy.pfacturas.cloud.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import uy.pfacturas.cloud.testing.FakeNube.Asiento;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.SolicitudFirma;

/**
 * What the cloud in memory holds of CFC: by paper, each correction. Used under the ledger's lock.
 */
final class FakePapers {
  private record Row(String estacion, Asiento holds) {}

  private final Map<String, NavigableMap<Integer, Row>> rows = new TreeMap<>();

  /** Delivered contents by paper, the corrections in their order. */
  Map<String, List<Asiento>> firm() {
    Map<String, List<Asiento>> all = new TreeMap<>();
    rows.forEach(
        (n, corrections) ->
            corrections.values().stream()
                .map(Row::holds)
                .filter(holds -> holds.estado() == EstadoNumero.FIRME)
                .forEach(holds -> all.computeIfAbsent(n, key -> new ArrayList<>()).add(holds)));
    return all;
  }

  /** Forgets everything, as a cloud that was restored. */
  void clear() {
    rows.clear();
  }

  /** The code of the refusal; empty if this may be signed or is signed. */
  Optional<String> refusal(String id, SolicitudFirma s) {
    NavigableMap<Integer, Row> known = of(s.numero());
    if (known.values().stream().anyMatch(row -> !row.holds().id().equals(id))) {
      return Optional.of("CFC_REPETIDO");
    }
    if (!known.isEmpty() && known.lastKey() > s.correccion()) {
      return Optional.of("CFC_CORREGIDO");
    }
    Row same = known.get(s.correccion());
    return same == null || same.holds().huella().equals(s.huella())
        ? Optional.empty()
        : Optional.of("OTRA_HUELLA");
  }

  Optional<Asiento> find(Numero n, int correccion) {
    return Optional.ofNullable(of(n).get(correccion)).map(Row::holds);
  }

  void sign(SolicitudFirma s, Asiento signature) {
    of(s.numero()).put(s.correccion(), new Row(s.estacion(), signature));
  }

  void deliver(Numero n, Entrega e) {
    of(n)
        .put(
            e.correccion(),
            new Row(
                e.estacion(),
                new Asiento(EstadoNumero.FIRME, e.id(), e.huella(), e.hash(), e.xml())));
  }

  private NavigableMap<Integer, Row> of(Numero n) {
    return rows.computeIfAbsent(n.texto(), key -> new TreeMap<>());
  }
}
