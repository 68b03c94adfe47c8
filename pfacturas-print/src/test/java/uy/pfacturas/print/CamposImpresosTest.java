package uy.pfacturas.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.CaeDataBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.Obligatoriedad;
import uy.pfacturas.print.testing.Paper;
import uy.pfacturas.print.testing.Papers;
import uy.pfacturas.print.testing.Peers;

/**
 * Every field with print code I (as it is) or P (in words) that these types have.
 *
 * @see "Formato de los CFE v25-1, §2.2, column I"
 */
final class CamposImpresosTest {
  private static final Map<String, String> FACTURA =
      table(
          """
          A-C2   | e-Factura
          A-C3   | Serie A
          A-C4   | Nº 134
          A-C5   | 24/11/2026
          A-C11  | Crédito
          A-C12  | 24/12/2026
          A-C17  | No IVA al día emisor
          A-C19  | Pagos por cuenta de terceros
          A-C40  | 219999830019
          A-C41  | Comercio Demo SA
          A-C42  | La Demo
          A-C48  | Av. Uruguay 1234
          A-C49  | Montevideo
          A-C60  | RUC COMPRADOR
          A-C62  | 210000000027
          A-C63  | Cliente Demo SRL
          A-C65  | Montevideo - Canelones
          A-C110 | Dólar estadounidense (USD)
          A-C112 | No gravado 10,01
          A-C113 | Exportación y asimiladas 11,02
          A-C114 | Impuesto percibido 12,03
          A-C115 | IVA en suspenso 13,04
          A-C116 | Neto IVA tasa mínima 10 % 50,05
          A-C117 | Neto IVA tasa básica 22 % 200,06
          A-C118 | Neto IVA otra tasa 17,07
          A-C119 | tasa mínima 10 %
          A-C120 | tasa básica 22 %
          A-C121 | IVA tasa mínima 10 % 5,08
          A-C122 | IVA tasa básica 22 % 44,09
          A-C123 | IVA otra tasa 3,10
          A-C124 | Total 1.365,55
          A-C125 | Total retenido/percibido 3,65
          A-C125.1 | Total créditos fiscales 1,66
          A-C127 | Retención/percepción 2183211
          A-C128 | 2183211 3,64
          A-C129 | Monto no facturable -0,17
          A-C130 | TOTAL A PAGAR USD 1.369,03
          B-C7   | Teclado USB
          B-C8   | Teclado español, retroiluminado
          B-C9   | 2,5
          B-C10  | un
          B-C11  | 80,123456
          B-C13  | Descuento 10 %: -36,61
          B-C17  | Recargo 5 %: 18,31
          B-C24  | 200,00
          D-C5   | Bonificación
          D-C6   | -7,77
          E-C2   | Transferencia bancaria
          E-C3   | Transferencia bancaria
          F-C3   | e-Factura A 77
          F-C4   | A 77
          F-C5   | 77 del
          F-C6   | Devolución
          F-C7   | del 02/11/2026
          F-C8   | 1.234,56
          F-C9   | USD 1.234,56
          G-C1   | Nº de CAE 90260000111
          G-C2   | del 1 al
          G-C3   | al 1000
          G-C4   | 31/12/2027
          A-C61  | RUC 210000000027 (Uruguay)
          """);

  private static final Map<String, String> TICKET =
      table(
          """
          A-C60   | Pasaporte P-555
          A-C61   | (Argentina)
          A-C62.1 | P-555
          A-C63   | Fulana de Tal
          G-C5    | Contribuyente Exonerado
          G-C6    | Causal 105
          A-C20   | e-Ticket Cobranza
          """);

  @Test
  void factura_eachField_isPrinted() {
    assertPrinted(Papers.everything(), FACTURA);
  }

  @Test
  void ticket_eachField_isPrinted() {
    Paper anonymous = Papers.eTicket();
    Paper paper =
        anonymous.with(
            c ->
                c.idDoc(
                        IdDocBuilder.builder(anonymous.cfe().idDoc())
                            .indCobPropia(Optional.of(1))
                            .build())
                    .caeData(
                        Optional.of(
                            CaeDataBuilder.builder(anonymous.cae())
                                .caeEspecial(Optional.of(1))
                                .causalCAEEsp(Optional.of(105))
                                .build()))
                    .receptor(
                        Optional.of(
                            ReceptorBuilder.builder()
                                .tipoDocRecep(Optional.of(5))
                                .codPaisRecep(Optional.of("AR"))
                                .docRecepExt(Optional.of("P-555"))
                                .rznSocRecep(Optional.of("Fulana de Tal"))
                                .build())));
    assertPrinted(paper, TICKET);
  }

  @Test
  void tables_haveEachFieldThatTheFormatPrints() {
    Set<String> looked = new TreeSet<>(FACTURA.keySet());
    looked.addAll(TICKET.keySet());
    assertThat(looked).isEqualTo(printed(Formato.vigente().secciones().filas()));
  }

  private static Set<String> printed(List<Campo> rows) {
    return rows.stream()
        .flatMap(
            row ->
                Stream.concat(
                    Stream.of(row)
                        .filter(r -> r.impresion().matches("[IP]") && isOfOurTypes(r))
                        .map(Campo::campo),
                    printed(row.hijos().filas()).stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfOurTypes(Campo row) {
    return Representacion.TIPOS.stream().anyMatch(t -> row.en(t) != Obligatoriedad.NO_VA);
  }

  private static void assertPrinted(Paper paper, Map<String, String> expected) {
    String text = Peers.inOrder(paper.pdf()).replaceAll("\\s+", " ");
    assertThat(expected).allSatisfy((field, words) -> assertThat(text).contains(words));
  }

  private static Map<String, String> table(String lines) {
    return lines
        .lines()
        .map(l -> l.split(" *\\| *", 2))
        .collect(Collectors.toMap(l -> l[0], l -> l[1]));
  }
}
