package uy.pfacturas.print.internal.hoja;

import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.print.internal.layout.Align;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Gap;
import uy.pfacturas.print.internal.layout.Part;
import uy.pfacturas.print.internal.layout.Rule;
import uy.pfacturas.print.internal.layout.Sides;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;
import uy.pfacturas.print.internal.pdf.Letra;

/**
 * The zone ADENDA: texts that the law obliges to first and larger, then what the issuer tells.
 *
 * @see "Formato v25-1, representación impresa, Adenda"
 */
final class Adenda {
  private static final double PADDING = 2.5;

  private final Typesetter typesetter;
  private final List<Block> lines = new ArrayList<>();

  Adenda(Typesetter typesetter, PrintData data) {
    this.typesetter = typesetter;
    data.textosLegales().forEach(t -> add(t, Letras.LEYENDA));
    data.adenda().map(String::strip).ifPresent(t -> add(t, Letras.CUERPO));
  }

  /** The zone; without blocks if there is nothing to say. */
  Part parte() {
    Block edge = new Rule(Medidas.ANCHO, 0.25, 0, 0);
    Block head =
        Stack.of(
            new Gap(Medidas.ADENDA_MARGEN),
            edge,
            sides(new Gap(1)),
            sides(
                typesetter.text(
                    "ADENDA", Letras.FUERTE, Medidas.ANCHO - 2 * PADDING, Align.CENTRE)),
            sides(new Gap(1)));
    Block foot = Stack.of(sides(new Gap(1.5)), edge);
    return new Part(head, lines, foot, lines.size() <= 12);
  }

  private void add(String text, Letra letra) {
    if (!text.isEmpty()) {
      typesetter
          .text(text, letra, Medidas.ANCHO - 2 * PADDING)
          .perLine()
          .forEach(line -> lines.add(sides(line)));
    }
  }

  private static Block sides(Block block) {
    return new Sides(block, Medidas.ANCHO, PADDING);
  }
}
