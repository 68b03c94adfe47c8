package uy.pfacturas.core.formato;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.PedidoReader;
import uy.pfacturas.core.input.Reading;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.preparation.Preparation;
import uy.pfacturas.core.testing.Documents;

class FormatoTextTest {
  private final FormatoText es = new FormatoText(Formato.vigente(), Locale.forLanguageTag("es-UY"));
  private final FormatoText en = new FormatoText(Formato.vigente(), Locale.UK);

  @Test
  void ejemplo_ofEveryType_isReadAndReadyForANumber() {
    Preparation preparation =
        new Preparation(Documents.empresa(), Preparation.Registry.NONE, Documents.clock());
    for (TipoCfe tipo : TipoCfe.values()) {
      byte[] example = es.ejemplo(tipo).getBytes(StandardCharsets.US_ASCII);
      PedidoReader reader = new PedidoReader(Syntax.DEFAULT);
      Reading reading = reader.read(example, "ejemplo.txt");
      assertThat(reading).as(tipo.nombre()).isInstanceOf(Reading.Read.class);
      assertThat(((Reading.Read) reading).avisos()).isEmpty();
      Pedido.Emision emision = (Pedido.Emision) ((Reading.Read) reading).pedido();
      assertThat(emision.cfe().tipo()).isEqualTo(tipo);
      assertThat(reader.isComplete(example, "ejemplo.txt")).isTrue();
      assertThat(preparation.prepare(emision).faults()).as(tipo.nombre()).isEmpty();
    }
  }

  @Test
  void text_ofAType_hasItsKeysAndNoOther() {
    String ticket = es.text(TipoCfe.E_TICKET);
    assertThat(ticket)
        .contains("101 e-Ticket", "[Item]", "hasta 700 veces", "CodItem.n.TpoCod", "DocRecepExt")
        .contains(
            "IdRef", "[Adenda]", "FmaPago", "obligatoria", "Ejemplo", es.ejemplo(TipoCfe.E_TICKET))
        .doesNotContain("CAE_ID", "TmstFirma", "[Pago]");
    assertThat(es.text(TipoCfe.E_FACTURA))
        .contains("hasta 200 veces")
        .doesNotContain("DocRecepExt");
    assertThat(en.text(TipoCfe.E_TICKET)).contains("up to 700 times", "obligatory", "Example");
  }

  @Test
  void json_ofAType_isForPrograms() throws IOException {
    JsonNode json = Json.MAPPER.readTree(es.json(TipoCfe.E_TICKET));
    assertThat(json.get("tipo").asInt()).isEqualTo(101);
    assertThat(json.get("secciones").findValuesAsText("clave")).contains("TipoCFE", "Telefono.n");
    assertThat(json.get("ejemplo").asText()).contains("[Fin]");
  }

  @Test
  void markdown_ofAType_isATablePerSection() {
    List<String> rows =
        es.markdown(TipoCfe.NC_E_FACTURA).lines().filter(l -> l.startsWith("|")).toList();
    assertThat(rows)
        .hasSizeGreaterThan(100)
        .allMatch(r -> r.replace("\\|", "").split("\\|", -1).length == 7);
    assertThat(rows)
        .contains(
            "| `FmaPago` | obligatoria | NUM 1 | A-C11 | Forma de pago: 1 contado, 2 crédito [1, 2] |");
  }

  @Test
  void text_ofACfc_hasWhatIsOnPaper() {
    String cfc = es.text(TipoCfe.E_TICKET_CONTINGENCIA);
    assertThat(cfc)
        .contains("201 e-Ticket Contingencia", "[CAEData]", "  CAE_ID", "Tipo=cfc")
        .containsPattern("  Nro +obligatoria")
        .doesNotContain("[Impresion]", "TmstFirma");
  }

  @Test
  void text_ofAType_hasTheValuesOfItsFamily() {
    assertThat(es.text(TipoCfe.E_REMITO)).contains("[8]").doesNotContain("[5, 8]", "FmaPago");
    assertThat(es.text(TipoCfe.E_REMITO_EXPORTACION)).contains("[5, 8]", "NCM", "TipoTraslado");
    assertThat(es.text(TipoCfe.E_RESGUARDO)).contains("FchValor").doesNotContain("NomItem ");
  }
}
