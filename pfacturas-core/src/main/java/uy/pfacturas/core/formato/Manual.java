package uy.pfacturas.core.formato;

import java.util.ArrayList;
import java.util.List;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * What the author of an ERP must know to write files of one type.
 *
 * @param tipo DGI's code
 * @param nombre DGI's name
 * @param secciones in the order of the format
 * @param ejemplo a file that validates
 */
record Manual(int tipo, String nombre, List<Seccion> secciones, String ejemplo) {
  /**
   * A section of the file.
   *
   * @param seccion name in brackets
   * @param significado what it is for
   * @param veces how often at most
   * @param claves its keys; empty for free text
   */
  record Seccion(String seccion, String significado, int veces, List<Clave> claves) {}

  /**
   * A key.
   *
   * @param clave as it is written; {@code n} stands for the number of a repeated one
   * @param presencia {@code obligatoria}, {@code segun}, {@code opcional}, or {@code completa}
   *     where the program fills in what is left out
   * @param tamano type and length
   * @param campo DGI's field; empty for our own
   * @param valores the codes that go; empty if any
   * @param significado in Spanish
   */
  record Clave(
      String clave,
      String presencia,
      String tamano,
      String campo,
      String valores,
      String significado) {}

  static Manual of(Formato formato, TipoCfe tipo, String ejemplo) {
    List<Seccion> secciones = new ArrayList<>();
    for (Campo campo : formato.secciones().filas()) {
      if (isWritten(campo, tipo) && isOf(tipo, campo.elemento())) {
        List<Clave> claves = new ArrayList<>();
        claves(campo, tipo, "", claves);
        secciones.add(
            new Seccion(campo.elemento(), campo.significado(), campo.veces(tipo), claves));
      }
    }
    return new Manual(tipo.codigo(), tipo.nombre(), secciones, ejemplo);
  }

  /** Sections that no document has yet, and how to print what is on paper already. */
  private static boolean isOf(TipoCfe tipo, String seccion) {
    return !seccion.equals("Pago") && !(tipo.isContingencia() && seccion.equals("Impresion"));
  }

  private static boolean isWritten(Campo campo, TipoCfe tipo) {
    Origen origen = campo.origen(tipo);
    return campo.en(tipo) != Obligatoriedad.NO_VA
        && origen != Origen.NUMERO
        && origen != Origen.FIRMA;
  }

  private static void claves(Campo grupo, TipoCfe tipo, String prefix, List<Clave> claves) {
    for (Campo campo : grupo.hijos().filas()) {
      if (isWritten(campo, tipo)) {
        String clave = prefix + campo.elemento() + (campo.isRepetible() ? ".n" : "");
        if (campo.isGrupo()) {
          claves(campo, tipo, clave + ".", claves);
        } else {
          claves.add(clave(campo, tipo, clave));
        }
      }
    }
  }

  private static Clave clave(Campo campo, TipoCfe tipo, String clave) {
    String largo =
        campo.largo() == 0
            ? ""
            : campo.decimales() == 0
                ? " " + campo.largo()
                : " " + (campo.largo() - campo.decimales()) + "+" + campo.decimales();
    return new Clave(
        clave,
        presencia(campo, tipo),
        campo.tipo() + largo,
        campo.campo(),
        campo.dominio(tipo).texto(),
        campo.significado());
  }

  private static String presencia(Campo campo, TipoCfe tipo) {
    if (campo.origen(tipo) == Origen.PROGRAMA) {
      return "completa";
    }
    return switch (campo.en(tipo)) {
      case SIEMPRE -> "obligatoria";
      case CONDICIONAL -> "segun";
      case OPCIONAL, NO_VA -> "opcional";
    };
  }
}
