package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;

class BacklogTest {
  private final Backlog backlog = new Backlog();

  @Test
  void contains_whatWasAddedAndNotRemoved() {
    backlog.add(numero("A", 1));
    backlog.add(numero("A", 9_999_999));
    backlog.add(numero("B", 1));
    backlog.add(numero("B", 1));

    assertThat(backlog.size()).isEqualTo(3);
    backlog.remove(numero("A", 1));
    assertThat(backlog.contains(numero("A", 1))).isFalse();
    assertThat(backlog.contains(numero("B", 1))).isTrue();
    assertThat(backlog.contains(new Numero(TipoCfe.E_FACTURA, "B", 1))).isFalse();
  }

  @Test
  void remove_whatIsNotThere_changesNothing() {
    backlog.remove(numero("A", 1));
    assertThat(backlog.size()).isZero();
  }

  private static Numero numero(String serie, int nro) {
    return new Numero(TipoCfe.E_TICKET, serie, nro);
  }
}
