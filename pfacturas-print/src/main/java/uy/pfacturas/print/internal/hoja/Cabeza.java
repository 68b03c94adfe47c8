package uy.pfacturas.print.internal.hoja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Emisor;
import uy.pfacturas.core.cfe.IdDoc;
import uy.pfacturas.print.internal.layout.Align;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Frame;
import uy.pfacturas.print.internal.layout.Gap;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;

/**
 * The head of the page: issuer upper left, document upper right, then receiver and dates.
 *
 * @see "Formato v25-1, representación impresa, 1 and 2, Impresión en varias hojas"
 */
final class Cabeza {
  private final Typesetter typesetter;
  private final Comprobante comprobante;

  Cabeza(Typesetter typesetter, Comprobante comprobante) {
    this.typesetter = typesetter;
    this.comprobante = comprobante;
  }

  /** The head of the first page. */
  Block entera() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Row.of(new Cell(0, emisor()), new Cell(Medidas.COLUMNA_DERECHA_X, documento())));
    blocks.add(new Gap(3));
    leyendas(blocks);
    blocks.add(new Receptores(typesetter, comprobante).recuadro());
    blocks.add(new Gap(2.5));
    blocks.add(new Datos(typesetter, comprobante).tira());
    return new Stack(blocks);
  }

  /** The head of the pages after the first: what each of them must show. */
  Block breve() {
    Emisor emisor = comprobante.cfe().emisor();
    double half = Medidas.COLUMNA_IZQUIERDA;
    Block left =
        Stack.of(
            typesetter.text(emisor.rznSoc().orElse(""), Letras.FUERTE, half),
            typesetter.text("RUC " + emisor.rucEmisor().orElse(""), Letras.CUERPO, half));
    Block right = Stack.of(right(comprobante.titulo()), right(numero()));
    return Stack.of(
        Row.of(new Cell(0, left), new Cell(Medidas.COLUMNA_DERECHA_X, right)),
        new Receptores(typesetter, comprobante).renglon(),
        new Gap(1));
  }

  private Block right(String text) {
    return typesetter.text(text, Letras.FUERTE, Medidas.COLUMNA_DERECHA, Align.RIGHT);
  }

  private String numero() {
    return "Serie " + comprobante.numero().serie() + "  Nº " + comprobante.numero().nro();
  }

  private Block emisor() {
    Emisor emisor = comprobante.cfe().emisor();
    double width = Medidas.COLUMNA_IZQUIERDA;
    List<Block> blocks = new ArrayList<>();
    blocks.add(typesetter.text(emisor.rznSoc().orElse(""), Letras.LEYENDA_FUERTE, width));
    emisor.nomComercial().ifPresent(t -> blocks.add(typesetter.text(t, Letras.FUERTE, width)));
    blocks.add(new Gap(1));
    Stream.of(
            emisor.domFiscal(),
            joined(" - ", Stream.of(emisor.ciudad(), emisor.departamento())),
            emisor.emiSucursal().map(s -> "Sucursal " + s),
            emisor.giroEmis(),
            emisor.telefonos().isEmpty()
                ? Optional.<String>empty()
                : Optional.of("Tel. " + String.join(" / ", emisor.telefonos())),
            emisor.correoEmisor(),
            emisor.infoAdicionalEmisor())
        .flatMap(Optional::stream)
        .forEach(t -> blocks.add(typesetter.text(t, Letras.CUERPO, width)));
    return new Stack(blocks);
  }

  private Block documento() {
    double padding = 2;
    double width = Medidas.COLUMNA_DERECHA - 2 * padding;
    IdDoc idDoc = comprobante.cfe().idDoc();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        typesetter.text(
            "RUC " + comprobante.cfe().emisor().rucEmisor().orElse(""),
            Letras.LEYENDA,
            width,
            Align.CENTRE));
    blocks.add(new Gap(0.8));
    blocks.add(typesetter.text(comprobante.titulo(), Letras.TIPO, width, Align.CENTRE));
    blocks.add(new Gap(0.8));
    blocks.add(typesetter.text(numero(), Letras.LEYENDA_FUERTE, width, Align.CENTRE));
    idDoc
        .fmaPago()
        .map(Palabras::formaPago)
        .ifPresent(t -> blocks.add(typesetter.text(t, Letras.LEYENDA, width, Align.CENTRE)));
    return new Frame(new Stack(blocks), Medidas.COLUMNA_DERECHA, 0, padding, 1);
  }

  /** Legends that must stand before the receiver. */
  private void leyendas(List<Block> blocks) {
    String regimen = Palabras.regimen(comprobante.regimen());
    if (!regimen.isEmpty()) {
      double padding = 2;
      String causal = comprobante.cae().causalCAEEsp().map(c -> "\nCausal " + c).orElse("");
      blocks.add(
          new Frame(
              typesetter.text(
                  regimen + causal,
                  Letras.LEYENDA_FUERTE,
                  Medidas.RECUADRO_REGIMEN - 2 * padding,
                  Align.CENTRE),
              Medidas.RECUADRO_REGIMEN,
              Medidas.RECUADRO_ALTO,
              padding,
              1));
      blocks.add(new Gap(2.5));
    }
    if (comprobante.cfe().idDoc().indPagCta3ros().isPresent()) {
      blocks.add(
          typesetter.text("Pagos por cuenta de terceros", Letras.LEYENDA_FUERTE, Medidas.ANCHO));
      blocks.add(new Gap(1.5));
    }
  }

  /** The present ones of these texts in one line; empty if none is. */
  static Optional<String> joined(String separator, Stream<Optional<String>> texts) {
    String text = texts.flatMap(Optional::stream).collect(Collectors.joining(separator));
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
