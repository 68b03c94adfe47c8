package uy.pfacturas.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uy.pfacturas.core.cfe.CaeDataBuilder;
import uy.pfacturas.core.cfe.ReceptorBuilder;
import uy.pfacturas.print.testing.Paper;
import uy.pfacturas.print.testing.Papers;
import uy.pfacturas.print.testing.Peers;

/**
 * Every field with print code I (as it is) or P (in words) that these types have.
 *
 * @see "Formato de los CFE v25-1, §2.2, column I"
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CamposImpresosTest {
  private String factura = "";
  private String ticket = "";

  @BeforeAll
  void print() {
    factura = flat(Papers.everything().pdf());
    Paper anonymous = Papers.eTicket();
    ticket =
        flat(
            anonymous
                .with(
                    c ->
                        c.caeData(
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
                                        .build())))
                .with(List.of(), "")
                .pdf());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
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
          """)
  void factura_field_isPrinted(String field, String printed) {
    assertThat(factura).as(field).contains(printed);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A-C60   | Pasaporte P-555
          A-C61   | (Argentina)
          A-C62.1 | P-555
          A-C63   | Fulana de Tal
          G-C5    | Contribuyente Exonerado
          G-C6    | Causal 105
          """)
  void ticket_field_isPrinted(String field, String printed) {
    assertThat(ticket).as(field).contains(printed);
  }

  private static String flat(byte[] pdf) {
    return Peers.inOrder(pdf).replaceAll("\\s+", " ");
  }
}
