package uy.pfacturas.core.formato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Forma.Manera;
import uy.pfacturas.core.testing.Referencias;
import uy.pfacturas.core.testing.XsdFields;

class FormatoTest {
  private final Formato formato = Formato.vigente();

  @Test
  void table_andRecords_nameTheSameFields() {
    List<String> other = new ArrayList<>();
    compare(formato.cfe(), other);
    // Lists are named in the plural; their element is in the javadoc of the record.
    assertThat(other)
        .containsExactlyInAnyOrder(
            "Item=items",
            "STI_Item=subTotales",
            "DRG_Item=descuentosRecargos",
            "MedioPago=mediosPago",
            "Referencia=referencias",
            "Compl_Fiscal_Data=complFiscal",
            "EncryptedData=complFiscalCifrado",
            "Telefono=telefonos",
            "CodItem=codItems",
            "SubDescuento=subDescuentos",
            "SubRecargo=subRecargos",
            "RetencPercep=retencPerceps",
            "RetencPercep=retencPerceps");
  }

  /** Every component has a row, or the form could not be made; here: every row a component. */
  private static void compare(Forma forma, List<String> other) {
    Set<String> rows = new HashSet<>();
    forma.hijos().filas().stream().filter(c -> !c.isPropio()).forEach(c -> rows.add(c.elemento()));
    for (Forma.Parte parte : forma.partes()) {
      Campo campo = parte.campo();
      rows.remove(campo.elemento());
      if (!plain(campo.elemento()).equals(plain(campo.componente()))) {
        other.add(campo.elemento() + "=" + campo.componente());
      }
      assertThat(parte.manera() == Manera.LISTA)
          .as(campo.elemento())
          .isEqualTo(campo.isRepetible());
      parte.forma().ifPresent(f -> compare(f, other));
    }
    assertThat(rows).as("rows without component").isEmpty();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  @Test
  void table_andSchema_haveTheSameElements() throws IOException {
    XsdFields xsd = XsdFields.read(Referencias.file("xsd"));
    for (TipoCfe tipo : TipoCfe.values()) {
      List<String> schema = xsd.elements(tipo.familia().elemento());
      // The schema of e-Remito has them, the text says that they do not belong there.
      schema.removeIf(
          e ->
              tipo.familia() == Familia.REMITO
                  && e.matches("Referencia/Referencia/(MntCFEref|TpoMonedaRef|TpoCambioRef) .*"));
      assertThat(elements(tipo)).isEqualTo(schema);
    }
  }

  /** Path, how often at most, and length of everything that a family may have, in order. */
  private List<String> elements(TipoCfe tipo) {
    List<String> elements = new ArrayList<>();
    elements(formato.secciones(), "", tipo, elements);
    return elements;
  }

  private void elements(Campo.Hijos hijos, String path, TipoCfe tipo, List<String> elements) {
    for (Campo campo : hijos.filas()) {
      boolean there =
          Arrays.stream(TipoCfe.values())
              .filter(t -> t.familia() == tipo.familia())
              .anyMatch(t -> campo.en(t) != Obligatoriedad.NO_VA);
      if (!campo.isPropio() && campo.tipo() != Tipo.XML && there) {
        String here = path + campo.envoltura().map(w -> w + "/").orElse("") + campo.elemento();
        elements.add(here + " " + campo.veces(tipo) + XsdFields.size(campo));
        elements(campo.hijos(), here + "/", tipo, elements);
      }
    }
  }

  /**
   * Rows of DGI's text whose number, mark and 11 codes stand in one line, by zone and number. Their
   * obligatoriness must be the table's.
   */
  @Test
  void table_andTextOfDgi_haveTheSameObligatoriness() throws IOException {
    Map<String, String> dgi = obligatoriness();
    Map<String, String> ours = new LinkedHashMap<>();
    collect(formato.secciones(), ours);
    ours.keySet().retainAll(dgi.keySet());
    // Where the schema demands what the text calls conditional, the table demands it too.
    dgi.computeIfPresent("A-C125", (k, v) -> v.substring(0, 5) + "1" + v.substring(6));
    for (String campo : List.of("A-C63", "A-C64", "A-C65")) {
      dgi.computeIfPresent(campo, (k, v) -> v.substring(0, 4) + "1" + v.substring(5));
    }
    assertThat(ours).hasSizeGreaterThan(105);
    dgi.keySet().retainAll(ours.keySet());
    assertThat(ours).isEqualTo(dgi);
  }

  private static Map<String, String> obligatoriness() throws IOException {
    Pattern row =
        Pattern.compile(
            "^\\s{0,6}(\\d{1,3}(?:\\.\\d)?)\\s.*?(\\*?)\\s+([NIPp])\\d*((?:\\s+[0-3]){11})\\s*$");
    Map<String, String> found = new LinkedHashMap<>();
    String zone = "";
    for (String line : Files.readAllLines(Referencias.file("formatos/formato-cfe-v25-1.txt"))) {
      Matcher head = Pattern.compile("^\\s*([A-K])\\.-\\s+[A-Z].*").matcher(line.replace("\f", ""));
      if (head.matches()) {
        zone = head.group(1);
      }
      Matcher m = row.matcher(line);
      if (m.matches()) {
        String codes = m.group(4).replaceAll("\\s", "");
        String print = m.group(3).toUpperCase(Locale.ROOT);
        found.putIfAbsent(zone + "-C" + m.group(1), codes + m.group(2) + print);
      }
    }
    return found;
  }

  private static void collect(Campo.Hijos hijos, Map<String, String> ours) {
    for (Campo campo : hijos.filas()) {
      if (!campo.isPropio() && !campo.isGrupo()) {
        StringBuilder codes = new StringBuilder();
        campo.obligatoriedad().forEach(o -> codes.append(o.codigo()));
        ours.put(campo.campo(), codes + (campo.rechaza() ? "*" : "") + campo.impresion());
      }
      collect(campo.hijos(), ours);
    }
  }
}
