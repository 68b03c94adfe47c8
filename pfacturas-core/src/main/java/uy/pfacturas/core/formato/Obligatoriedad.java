package uy.pfacturas.core.formato;

import java.util.Arrays;
import java.util.List;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * Whether a datum must be in a document.
 *
 * @see "Formato de los CFE v25-1, §2.1, códigos de obligatoriedad"
 */
public enum Obligatoriedad {
  /** 0: may not be there. */
  NO_VA("0"),
  /** 1: always there. */
  SIEMPRE("1"),
  /** 2: there when a condition holds, which the rules know. */
  CONDICIONAL("2"),
  /** 3: there if wanted. */
  OPCIONAL("3");

  /** The columns of DGI's tables, as the table's head names them. */
  static final List<String> COLUMNAS =
      List.of(
          "101-131",
          "102-103-132-133",
          "111-141",
          "112-113-142-143",
          "181",
          "182",
          "121",
          "122-123",
          "124",
          "151",
          "152-153");

  private final String codigo;

  Obligatoriedad(String codigo) {
    this.codigo = codigo;
  }

  /** DGI's code, one digit. */
  public String codigo() {
    return codigo;
  }

  /** The one with this code of DGI's. */
  static Obligatoriedad of(String codigo) {
    return Arrays.stream(values()).filter(o -> o.codigo.equals(codigo)).findFirst().orElseThrow();
  }

  /** The column of a type; a CFC (2xx) has that of the document that it stands for. */
  static int columna(TipoCfe tipo) {
    int nota = tipo.isNota() ? 1 : 0;
    return switch (tipo.familia()) {
      case TICKET -> nota;
      case FACTURA -> 2 + nota;
      case REMITO -> 4;
      case RESGUARDO -> 5;
      case EXPORTACION -> 6 + nota;
      case REMITO_EXPORTACION -> 8;
      case BOLETA -> 9 + nota;
    };
  }
}
