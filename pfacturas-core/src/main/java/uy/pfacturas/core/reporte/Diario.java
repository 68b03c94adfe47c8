package uy.pfacturas.core.reporte;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uy.pfacturas.core.calculo.Rounding;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.Totales;
import uy.pfacturas.core.ley.TasasIva;

/**
 * Adds up the documents of one issuer that were signed on one day. For one thread. Which documents
 * these are, and at which rate each is converted, is for who keeps the ledger.
 *
 * @see "Formato del reporte diario v13.2, 1 and 3.B"
 */
public final class Diario {
  private static final TasasIva TASAS = TasasIva.published();
  private static final Comparator<Fila> ORDEN =
      Comparator.comparing(Fila::fecha)
          .thenComparingInt(Fila::codSuc)
          .thenComparing(f -> f.indPagCta3ros().orElse(0));

  private final Map<TipoCfe, Tipo> tipos = new EnumMap<>(TipoCfe.class);

  /** Which documents are added up together. */
  private record Fila(LocalDate fecha, int codSuc, Optional<Integer> indPagCta3ros) {}

  /** What there is of one type so far. */
  private static final class Tipo {
    private final Map<Fila, Monto> montos = new TreeMap<>(ORDEN);
    private final List<Rango> utilizados = new ArrayList<>();
    private final List<Rango> anulados = new ArrayList<>();
    private long emitidos;
    private long mayores;
  }

  /**
   * Adds a document that was issued: signed that day and not refused by DGI. A CFC too, once DGI
   * has not observed it.
   *
   * @param cfe the document, with its number
   * @param tipoCambio pesos per unit of its currency, 1 for pesos: by DGI's text the buying rate of
   *     the day before, but the document's own for notes, e-Resguardos, UI, UR and future dates
   * @param mayorTope whether its net amount is over the threshold in UI; matters for e-Tickets only
   * @throws java.util.NoSuchElementException if it lacks its type, number or date
   */
  public Diario emitido(Cfe cfe, BigDecimal tipoCambio, boolean mayorTope) {
    Tipo tipo = tipo(cfe.tipo());
    if (!cfe.tipo().isContingencia()) {
      tipo.utilizados.add(rango(cfe.numero().orElseThrow()));
    }
    tipo.emitidos++;
    tipo.mayores += mayorTope ? 1 : 0;
    Fila fila =
        new Fila(cfe.fchEmis(), cfe.emisor().cdgDGISucur().orElse(0), cfe.idDoc().indPagCta3ros());
    Monto before = tipo.montos.getOrDefault(fila, empty(fila));
    tipo.montos.put(fila, sum(before, cfe, tipoCambio));
    return this;
  }

  /** Adds a number that was annulled: by the company, or because DGI refused its document. */
  public Diario anulado(Numero numero) {
    Tipo tipo = tipo(numero.tipo());
    tipo.utilizados.add(rango(numero));
    tipo.anulados.add(rango(numero));
    return this;
  }

  /** The report under this cover, in which the number of documents is written anew. */
  public Reporte reporte(Reporte.Caratula caratula) {
    List<Resumen> resumenes = new ArrayList<>();
    tipos.forEach((tipo, t) -> resumenes.add(new Resumen(tipo, datos(tipo, t))));
    long all =
        resumenes.stream()
            .map(Resumen::datos)
            .mapToLong(d -> d.cantDocsUtil().orElse(0L) + d.cantCFCEmi().orElse(0L))
            .sum();
    return new Reporte(
        new Reporte.Caratula(
            caratula.rucEmisor(),
            caratula.fechaResumen(),
            caratula.idEmisor(),
            caratula.secEnvio(),
            caratula.tmstFirmaEnv(),
            all),
        resumenes);
  }

  private Tipo tipo(TipoCfe tipo) {
    return tipos.computeIfAbsent(tipo, t -> new Tipo());
  }

  private static Rango rango(Numero numero) {
    return new Rango(numero.serie(), numero.nro(), numero.nro());
  }

  private static Resumen.Datos datos(TipoCfe tipo, Tipo t) {
    boolean paper = tipo.isContingencia();
    boolean threshold = tipo.familia() == Familia.TICKET && tipo.codigo() % 100 < 10;
    List<Rango> used = Rango.unidos(t.utilizados);
    List<Rango> annulled = Rango.unidos(t.anulados);
    return ResumenDatosBuilder.builder()
        .montos(List.copyOf(t.montos.values()))
        .cantDocsMayTopeUI(threshold ? Optional.of(t.mayores) : Optional.empty())
        .cantCFCEmi(paper ? Optional.of(t.emitidos) : Optional.empty())
        .cantDocsUtil(paper ? Optional.empty() : Optional.of(cantidad(used)))
        .cantDocsAnulados(paper ? Optional.empty() : Optional.of(cantidad(annulled)))
        .cantDocsEmi(paper ? Optional.empty() : Optional.of(t.emitidos))
        .utilizados(used)
        .anulados(annulled)
        .build();
  }

  private static long cantidad(List<Rango> rangos) {
    return rangos.stream().mapToLong(Rango::cantidad).sum();
  }

  private static Monto empty(Fila fila) {
    return MontoBuilder.builder()
        .fecha(fila.fecha())
        .codSuc(fila.codSuc())
        .indPagCta3ros(fila.indPagCta3ros())
        .build();
  }

  private static Monto sum(Monto before, Cfe cfe, BigDecimal rate) {
    Totales t = cfe.totales();
    Familia familia = cfe.tipo().familia();
    MontoBuilder sums = MontoBuilder.builder(before);
    for (Importe importe : Importe.TODOS) {
      importe.set(sums, plus(importe.of(before), importe.of(t), rate));
    }
    boolean export = familia == Familia.EXPORTACION || familia == Familia.REMITO_EXPORTACION;
    if (export) {
      sums.totMntExpyAsim(sums.totMntExpyAsim().or(() -> Optional.of(Rounding.ZERO)));
    }
    Optional<TasasIva.Tasas> rates = TASAS.on(before.fecha());
    sums.ivaTasaMin(sums.totMntIVATasaMin().flatMap(n -> rates.map(TasasIva.Tasas::minima)));
    sums.ivaTasaBas(sums.totMntIVATasaBas().flatMap(n -> rates.map(TasasIva.Tasas::basica)));
    sums.totMntRetenido(plus(before.totMntRetenido(), t.mntTotRetenido(), rate));
    sums.totMntCredFisc(plus(before.totMntCredFisc(), t.mntTotCredFisc(), rate));
    if (familia != Familia.REMITO && familia != Familia.RESGUARDO) {
      sums.totMntTotal(Optional.of(Importe.suma(sums.build())));
    }
    return sums.build();
  }

  private static Optional<BigDecimal> plus(
      Optional<BigDecimal> sum, Optional<BigDecimal> amount, BigDecimal rate) {
    return amount
        .map(a -> Rounding.money(a.multiply(rate)))
        .map(a -> sum.map(a::add).orElse(a))
        .or(() -> sum);
  }
}
