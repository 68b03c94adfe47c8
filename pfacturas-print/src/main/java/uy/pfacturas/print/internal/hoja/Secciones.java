package uy.pfacturas.print.internal.hoja;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.DescuentoRecargo;
import uy.pfacturas.core.cfe.Referencia;
import uy.pfacturas.print.internal.layout.Block;
import uy.pfacturas.print.internal.layout.Gap;
import uy.pfacturas.print.internal.layout.Part;
import uy.pfacturas.print.internal.layout.Stack;
import uy.pfacturas.print.internal.layout.Typesetter;

/** Informative subtotals, discounts, means of payment and references: zones C to F. */
final class Secciones {
  private final Typesetter typesetter;
  private final Cfe cfe;
  private final Renglones renglones;

  Secciones(Typesetter typesetter, Cfe cfe) {
    this.typesetter = typesetter;
    this.cfe = cfe;
    this.renglones = new Renglones(typesetter, Medidas.COLUMNA_IZQUIERDA);
  }

  /** One part per zone, those without lines left out. */
  List<Part> partes() {
    return Stream.of(
            parte(
                "Subtotales informativos",
                cfe.subTotales().stream()
                    .map(s -> renglon(s.glosaSTI().orElse(""), monto(s.valSubtotSTI())))),
            parte(
                "Descuentos y recargos",
                cfe.descuentosRecargos().stream()
                    .map(
                        d ->
                            renglon(
                                d.glosaDR().orElse(""), monto(d.valorDR().map(v -> signo(d, v)))))),
            parte(
                "Medios de pago",
                cfe.mediosPago().stream()
                    .map(m -> renglon(m.glosaMP().orElse(""), monto(m.valorPago())))),
            parte("Referencias", cfe.referencias().stream().map(this::referencia)))
        .filter(p -> !p.blocks().isEmpty())
        .toList();
  }

  private Part parte(String title, Stream<Block> lines) {
    Block head = typesetter.text(title, Letras.FUERTE, Medidas.COLUMNA_IZQUIERDA);
    return new Part(head, lines.toList(), new Gap(2.5), false);
  }

  private Block renglon(String text, String amount) {
    return renglones.de(text, amount, Letras.CUERPO);
  }

  /** A discount of what counts negatively (indicator 7) adds, and so on (note 10 of zone D). */
  private static BigDecimal signo(DescuentoRecargo line, BigDecimal value) {
    boolean discount = line.tpoMovDR().filter("D"::equals).isPresent();
    boolean negative = line.indFactDR().filter(i -> i == 7).isPresent();
    return discount == negative ? value : value.negate();
  }

  private Block referencia(Referencia reference) {
    String document =
        reference
            .tpoDocRef()
            .map(
                tipo ->
                    tipo.nombre()
                        + reference.serie().map(s -> " " + s).orElse("")
                        + reference.nroCFERef().map(n -> " " + n).orElse("")
                        + reference.fechaCFEref().map(d -> " del " + Importes.dia(d)).orElse(""))
            .orElse("Referencia global");
    String amount =
        reference.mntCFEref().isEmpty()
            ? ""
            : reference.tpoMonedaRef().map(m -> m.codigo() + " ").orElse("")
                + monto(reference.mntCFEref());
    Block line = renglon(document, amount);
    return reference
        .razonRef()
        .<Block>map(
            reason ->
                Stack.of(
                    line,
                    typesetter.text("Razón: " + reason, Letras.CUERPO, Medidas.COLUMNA_IZQUIERDA)))
        .orElse(line);
  }

  private static String monto(Optional<BigDecimal> amount) {
    return amount.map(Importes::monto).orElse("");
  }
}
