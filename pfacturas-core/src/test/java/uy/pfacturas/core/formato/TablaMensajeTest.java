package uy.pfacturas.core.formato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.tree.Notation;

class TablaMensajeTest {
  /** Invented codes. */
  public enum Estado {
    SI,
    NO
  }

  /** An invented message. */
  public record Mensaje(
      Rut ruc, String glosa, Estado estado, Optional<Binario> token, List<Fila> filas) {}

  /** An invented row. */
  public record Fila(int nro) {}

  private final Forma forma =
      TablaMensaje.read(TablaMensajeTest.class, "mensaje.tsv", Map.of("{fila}", "Fila"))
          .forma(Mensaje.class);
  private final FaultList faults = new FaultList();

  @Test
  void bind_wholeMessage_isItsRecord() {
    Mensaje message = new Mensaje(new Rut(Documents.RUC), "", Estado.NO, token(), List.of());
    assertThat(bound("Ruc", Documents.RUC, "Glosa", "", "Estado", "NO", "Token", " AQ\nI= "))
        .contains(message);
    assertThat(faults.list()).isEmpty();
    assertThat(TablaMensaje.check(forma, message, "")).isEmpty();
  }

  @Test
  void bind_obligatoryMissing_isAFaultEach() {
    assertThat(bound("Estado", "SI")).isEmpty();
    assertThat(said(faults.list())).containsExactly("FMT-03 Ruc", "FMT-03 Glosa");
    assertThat(faults.list()).extracting(Fault::place).containsOnly(new Place(1, 1));
  }

  @Test
  void bind_valuesOfNoKind_areFaultsOnce() {
    assertThat(bound("Ruc", "219999830018", "Glosa", "x", "Estado", "", "Token", "%")).isEmpty();
    assertThat(said(faults.list())).containsExactly("FMT-15 Ruc", "FMT-11 Estado", "FMT-15 Token");
  }

  @Test
  void check_perTypeOfDocument_looksAtItsColumn() {
    List<Fila> filas = List.of(new Fila(0), new Fila(1), new Fila(1000));
    Mensaje message = new Mensaje(new Rut(Documents.RUC), "123456", Estado.SI, token(), filas);
    assertThat(said(TablaMensaje.check(forma, message, "M", TipoCfe.E_FACTURA)))
        .containsExactly(
            "FMT-09 M.Glosa", "FMT-13 M.Fila", "FMT-12 M.Fila[1].Nro", "FMT-10 M.Fila[3].Nro");
    assertThat(said(TablaMensaje.check(forma, message, "M", TipoCfe.E_RESGUARDO)))
        .containsExactly("FMT-09 M.Glosa", "FMT-04 M.Fila");
  }

  @Test
  void read_noSuchTable_throws() {
    assertThatThrownBy(() -> TablaMensaje.read(TablaMensajeTest.class, "none.tsv"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Optional<Binario> token() {
    return Optional.of(Binario.of(new byte[] {1, 2}));
  }

  private Optional<Object> bound(String... namesAndTexts) {
    Place place = new Place(1, 1);
    Node node = Node.group("M", place);
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      node.add(Node.leaf(namesAndTexts[i], place, place, namesAndTexts[i + 1]));
    }
    return new Binder(Notation.DGI, faults).complete(forma, node, "");
  }

  private static List<String> said(List<Fault> faults) {
    return faults.stream().map(f -> f.code().code() + " " + f.path()).toList();
  }
}
