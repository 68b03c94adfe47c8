package uy.pfacturas.core.formato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.testing.Desacuerdo;
import uy.pfacturas.core.testing.Referencias;
import uy.pfacturas.core.testing.XsdFamilies;

/** The table beside DGI's schema: every element of every family, in every respect. */
class FormatoSchemaTest {
  private final Formato formato = Formato.vigente();

  @Test
  void table_andSchema_haveTheSameOrder() throws IOException {
    XsdFamilies xsd = XsdFamilies.read(Referencias.file("xsd"));
    for (TipoCfe tipo : TipoCfe.values()) {
      SchemaComparison both = new SchemaComparison(formato, tipo, xsd.elements(tipo.familia()));
      assertThat(both.commonAsTable())
          .as(tipo.nombre())
          .hasSizeGreaterThan(50)
          .isEqualTo(both.commonAsSchema());
    }
  }

  @Test
  void table_andSchema_disagreeOnlyWhereItIsKnown() throws IOException {
    XsdFamilies xsd = XsdFamilies.read(Referencias.file("xsd"));
    Map<String, Campo> known = new LinkedHashMap<>();
    for (TipoCfe tipo : TipoCfe.values()) {
      known.putAll(new SchemaComparison(formato, tipo, xsd.elements(tipo.familia())).rows());
    }
    Set<String> found = new TreeSet<>();
    for (TipoCfe tipo : TipoCfe.values()) {
      new SchemaComparison(formato, tipo, xsd.elements(tipo.familia()))
          .differences(known, (campo, a) -> found.add(tipo.familia() + " " + campo + " " + a));
    }
    assertThat(found).isEqualTo(known());
  }

  private static Set<String> known() {
    return Desacuerdo.DEL_ESQUEMA.stream()
        .flatMap(d -> d.familias().stream().map(f -> f + " " + d.campo() + " " + d.aspecto()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
