package uy.pfacturas.cloud.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import uy.pfacturas.cloud.testing.FakeLedger.Row;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.EstadoNumero;
import uy.pfacturas.core.protocol.Rango;
import uy.pfacturas.core.protocol.SolicitudBloque;

/**
 * What the cloud in memory gave to each station and heard of it: blocks, lives, declarations. Used
 * under the ledger's lock, on the ledger's numbers.
 */
final class FakeStations {
  private static final LocalDate VENCE = LocalDate.of(2028, 12, 31);
  private static final int LAST = 1_000_000;

  private final Map<String, Row> numeros;
  private final Set<String> contradictions;
  private final Map<String, Bloque> bloques = new HashMap<>();
  private final Map<String, List<String>> vidas = new HashMap<>();
  private final Map<String, Set<String>> enUso = new HashMap<>();
  private final Map<TipoCfe, Integer> siguiente = new HashMap<>();
  private final Set<String> undeclared = new ConcurrentSkipListSet<>();

  FakeStations(Map<String, Row> numeros, Set<String> contradictions) {
    this.numeros = numeros;
    this.contradictions = contradictions;
  }

  /** Whether the cloud was restored and this station has not declared since. */
  boolean isAwaited(String estacion) {
    return undeclared.contains(estacion);
  }

  /** What there is now, to be put back; every station known until then must declare. */
  Runnable backup() {
    Map<String, Bloque> blocks = new HashMap<>(bloques);
    Map<String, List<String>> lives = new HashMap<>();
    vidas.forEach((station, names) -> lives.put(station, new ArrayList<>(names)));
    return () -> restore(blocks, lives);
  }

  private void restore(Map<String, Bloque> blocks, Map<String, List<String>> lives) {
    undeclared.addAll(vidas.keySet());
    bloques.clear();
    bloques.putAll(blocks);
    vidas.clear();
    lives.forEach((station, names) -> vidas.put(station, new ArrayList<>(names)));
    enUso.clear();
  }

  private List<String> lives(String estacion) {
    return vidas.computeIfAbsent(estacion, e -> new ArrayList<>());
  }

  /** Whether another life of this station came after this one. */
  boolean isOlderLife(String estacion, String vida) {
    List<String> lives = lives(estacion);
    int known = lives.indexOf(vida);
    return known >= 0 && known < lives.size() - 1;
  }

  /** The code of the refusal; empty if this block may be given or was given. */
  Optional<String> refusal(String estacion, String key, SolicitudBloque pedido) {
    List<String> lives = lives(estacion);
    if (lives.isEmpty()) {
      lives.add(pedido.encarnacion());
    }
    if (!lives.get(lives.size() - 1).equals(pedido.encarnacion())) {
      boolean isOlder = lives.contains(pedido.encarnacion());
      return Optional.of(isOlder ? "VIDA_ANTERIOR" : "FALTA_DECLARACION");
    }
    Optional<Numero> chosen = pedido.desde().filter(n -> !bloques.containsKey(key));
    if (chosen.filter(n -> n.nro() > LAST).isPresent()) {
      return Optional.of("NUMERO_FUERA_DE_CAE");
    }
    return chosen.filter(n -> numeros.containsKey(n.texto())).map(n -> "NUMERO_OCUPADO");
  }

  /** The block under this key, the same for ever. */
  Bloque lease(
      String estacion, String key, TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    Bloque given = bloques.computeIfAbsent(key, k -> fresh(estacion, tipo, solicitud, pedido));
    return new Bloque(pedido.epoca(), solicitud, given.rango(), given.cae());
  }

  private Bloque fresh(String estacion, TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    Rango rango = pedido.desde().map(n -> free(n, pedido)).orElseGet(() -> next(tipo, pedido));
    FakeNube.Asiento free = new FakeNube.Asiento(EstadoNumero.EN_BLOQUE, "", "", "", "");
    texts(rango).forEach(n -> numeros.put(n, new Row(estacion, pedido.encarnacion(), free)));
    Cae cae = new Cae(90260000001L, tipo, "A", 1, LAST, VENCE, Optional.empty(), Optional.empty());
    return new Bloque(pedido.epoca(), solicitud, rango, cae);
  }

  private Rango next(TipoCfe tipo, SolicitudBloque pedido) {
    int desde = siguiente.merge(tipo, pedido.cantidad(), Integer::sum) - pedido.cantidad() + 1;
    return new Rango(tipo, "A", desde, desde + pedido.cantidad() - 1);
  }

  /** Up to the next number that was given out, or the end of the CAE. */
  private Rango free(Numero first, SolicitudBloque pedido) {
    int hasta = first.nro();
    int most = Math.min(LAST, first.nro() + pedido.cantidad() - 1);
    while (hasta < most
        && !numeros.containsKey(new Numero(first.tipo(), first.serie(), hasta + 1).texto())) {
      hasta++;
    }
    siguiente.merge(first.tipo(), hasta, Math::max);
    return new Rango(first.tipo(), first.serie(), first.nro(), hasta);
  }

  /** A part of what a station holds; with the last one its other open numbers are no more. */
  void declare(String estacion, Declaracion said) {
    Set<String> used = enUso.computeIfAbsent(estacion + said.encarnacion(), e -> new TreeSet<>());
    for (Declaracion.EnUso one : said.enUso()) {
      used.add(one.numero().texto());
      keep(estacion, said.encarnacion(), one.numero().texto());
    }
    if (!said.sigue()) {
      close(estacion, said, lives(estacion), used);
    }
  }

  private void keep(String estacion, String vida, String n) {
    Row row = numeros.get(n);
    if (row == null || !(row.estacion().isEmpty() || row.estacion().equals(estacion))) {
      contradictions.add("declared, but not its own: " + n);
    } else if (row.holds().estado() == EstadoNumero.HUECO) {
      numeros.put(n, new Row(estacion, vida, row.in(EstadoNumero.EN_BLOQUE).holds()));
    }
  }

  private void close(String estacion, Declaracion said, List<String> lives, Set<String> used) {
    Set<String> stock = new TreeSet<>();
    said.bloques().forEach(r -> stock.addAll(texts(r)));
    stock.forEach(n -> keep(estacion, said.encarnacion(), n));
    for (Rango r : said.sinUso()) {
      texts(r).forEach(n -> keep(estacion, said.encarnacion(), n));
      annul(estacion, r);
    }
    if (!lives.contains(said.encarnacion())) {
      lives.add(said.encarnacion());
    }
    undeclared.remove(estacion);
    numeros.replaceAll(
        (n, row) ->
            row.estacion().equals(estacion)
                    && !row.vida().equals(said.encarnacion())
                    && row.isOpen()
                    && !used.contains(n)
                    && !stock.contains(n)
                ? row.in(said.sinCopia() ? EstadoNumero.EN_DUDA : EstadoNumero.ANULADO)
                : row);
    if (undeclared.isEmpty()) {
      numeros.replaceAll(
          (n, row) ->
              row.holds().estado() == EstadoNumero.HUECO ? row.in(EstadoNumero.ANULADO) : row);
    }
  }

  /** Stated unused by this station. */
  void annul(String estacion, Rango r) {
    for (String n : texts(r)) {
      Row row = numeros.get(n);
      if (row == null || !row.estacion().equals(estacion) || row.isFirm()) {
        contradictions.add("stated unused, but firm or not its own: " + n);
      } else {
        numeros.put(n, row.in(EstadoNumero.ANULADO));
      }
    }
  }

  private static List<String> texts(Rango r) {
    return IntStream.rangeClosed(r.desde(), r.hasta())
        .mapToObj(i -> new Numero(r.tipo(), r.serie(), i).texto())
        .toList();
  }
}
