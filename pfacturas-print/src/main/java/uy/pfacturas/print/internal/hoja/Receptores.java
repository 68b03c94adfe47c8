package uy.pfacturas.print.internal.hoja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Receptor;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.print.internal.layout.Align;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Frame;
import uy.pfacturas.print.internal.layout.Row;
import uy.pfacturas.print.internal.layout.Row.Cell;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;

/**
 * The receiver, and the box that says RUC COMPRADOR or CONSUMO FINAL.
 *
 * @see "Formato v25-1, representación impresa, 3"
 */
final class Receptores {
  private static final double PADDING = 2.5;

  private final Typesetter typesetter;
  private final Receptor receptor;
  private final boolean consumoFinal;
  private final boolean secreto;

  Receptores(Typesetter typesetter, Comprobante comprobante) {
    this.typesetter = typesetter;
    this.receptor = comprobante.cfe().receptor().orElseGet(() -> ReceptorBuilder.builder().build());
    this.consumoFinal = comprobante.isConsumoFinal();
    this.secreto = comprobante.cfe().idDoc().secProf().isPresent();
  }

  /** Everything about the receiver. */
  Block recuadro() {
    double box = Medidas.RECUADRO_RECEPTOR;
    double inner = Medidas.ANCHO - 2 * PADDING;
    return new Frame(
        Row.of(new Cell(0, datos(inner - box - 4)), new Cell(inner - box, mencion(box))),
        Medidas.ANCHO,
        0,
        PADDING,
        1);
  }

  /** One line with name and document, for pages after the first. */
  Block renglon() {
    String text =
        Cabeza.joined(" - ", Stream.of(receptor.rznSocRecep(), documento()))
            .orElse("CONSUMO FINAL");
    return typesetter.text("Receptor: " + text, Letras.CUERPO, Medidas.ANCHO);
  }

  private Block mencion(double width) {
    double padding = 1.5;
    String text =
        consumoFinal ? "CONSUMO FINAL" : "RUC COMPRADOR\n" + receptor.docRecep().orElse("");
    return new Frame(
        typesetter.text(text, Letras.LEYENDA_FUERTE, width - 2 * padding, Align.CENTRE),
        width,
        Medidas.RECUADRO_ALTO,
        padding,
        1);
  }

  private Block datos(double width) {
    List<Block> blocks = new ArrayList<>();
    receptor.rznSocRecep().ifPresent(t -> blocks.add(typesetter.text(t, Letras.FUERTE, width)));
    Stream.of(
            documento(),
            receptor.dirRecep(),
            Cabeza.joined(
                " - ",
                Stream.of(
                    receptor.ciudadRecep(),
                    receptor.deptoRecep(),
                    receptor.cp().map(c -> "C.P. " + c),
                    receptor.paisRecep())),
            receptor.infoAdicional(),
            receptor.lugarDestEnt().map(t -> "Entrega: " + t),
            secreto
                ? Optional.of("Operación amparada por el secreto profesional")
                : Optional.<String>empty())
        .flatMap(Optional::stream)
        .forEach(t -> blocks.add(typesetter.text(t, Letras.CUERPO, width)));
    if (blocks.isEmpty()) {
      blocks.add(typesetter.text("Receptor no identificado", Letras.ROTULO, width));
    }
    return new Stack(blocks);
  }

  /** Kind of document in words, number and the country that gave it (A-C60 to A-C62.1). */
  private Optional<String> documento() {
    return receptor
        .docRecep()
        .or(receptor::docRecepExt)
        .map(
            number ->
                receptor.tipoDocRecep().map(Palabras::tipoDocumento).orElse("Documento")
                    + " "
                    + number
                    + receptor.codPaisRecep().map(c -> " (" + Palabras.pais(c) + ")").orElse(""));
  }
}
