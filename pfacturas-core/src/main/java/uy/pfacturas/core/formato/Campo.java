package uy.pfacturas.core.formato;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;

/**
 * One row of the table: a field, or a group with the rows below it.
 *
 * @param campo DGI's number, such as {@code A-C60}; the zone's letter for a group; empty for our
 *     own keys
 * @param envoltura element that holds this one in the XML and says nothing itself; empty if none
 * @param elemento XML element, and key in the ERP's file
 * @param componente component of the record; empty for our own keys
 * @param tipo kind of value
 * @param largo characters, or digits in all; 0 where there is no limit
 * @param decimales digits after the point, of those in all
 * @param veces how often at most; 0 for lines of detail, whose limit is that of the family
 * @param alternativa element of the row that DGI's XML may not have together with this one; empty
 *     if none
 * @param dominio which values, in the families that {@code propios} does not name
 * @param propios which values in a family that takes others
 * @param obligatoriedad one per column of DGI's tables; empty for our own keys
 * @param rechaza whether DGI rejects the document when this field fails its validation
 * @param impresion N need not be printed, I printed, P printed in words; empty for groups
 * @param origen who writes it
 * @param claves other keys that the ERP's file may use
 * @param significado its meaning, in Spanish
 * @param hijos the rows of a group, in DGI's order
 */
public record Campo(
    String campo,
    Optional<String> envoltura,
    String elemento,
    String componente,
    Tipo tipo,
    int largo,
    int decimales,
    int veces,
    Optional<String> alternativa,
    Dominio dominio,
    Map<Familia, Dominio> propios,
    List<Obligatoriedad> obligatoriedad,
    boolean rechaza,
    String impresion,
    Origen origen,
    List<String> claves,
    String significado,
    Hijos hijos) {
  public Campo {
    propios = Map.copyOf(propios);
    obligatoriedad = List.copyOf(obligatoriedad);
    claves = List.copyOf(claves);
  }

  /** Whether this holds fields instead of a value. */
  public boolean isGrupo() {
    return tipo == Tipo.GRUPO;
  }

  /** Whether this may stand more than once in its group. */
  public boolean isRepetible() {
    return veces != 1;
  }

  /** How often at most in a document of this type. */
  public int veces(TipoCfe type) {
    return isLinea() ? type.familia().maxLineas() : veces;
  }

  /** Whether this is the line of detail, which is a line of the document even when empty. */
  public boolean isLinea() {
    return veces == 0;
  }

  /** Whether it is a key of our own and not a datum of DGI's. */
  public boolean isPropio() {
    return origen == Origen.PROPIO;
  }

  /** Whether it must be in a document of this type; our own keys are optional everywhere. */
  public Obligatoriedad en(TipoCfe type) {
    return isPropio() ? Obligatoriedad.OPCIONAL : obligatoriedad.get(Obligatoriedad.columna(type));
  }

  /** Which values it takes in a document of this type. */
  public Dominio dominio(TipoCfe type) {
    return propios.getOrDefault(type.familia(), dominio);
  }

  /**
   * Who writes it into a document of this type: number and authorisation of a CFC are on the paper
   * that is keyed in.
   */
  public Origen origen(TipoCfe type) {
    return origen == Origen.NUMERO && type.isContingencia() ? Origen.ERP : origen;
  }

  /** What this row alone finds wrong with a value of one of our own keys; empty if nothing. */
  public Optional<Fault> check(Object value, String path) {
    return ValorCheck.of(this, dominio).check(value, path);
  }

  /**
   * The rows of a group, by key.
   *
   * @param filas in DGI's order
   * @param porClave by key, as it is and in lower case
   */
  public record Hijos(List<Campo> filas, Map<String, Campo> porClave) {
    /** No rows: a field. */
    static final Hijos NINGUNO = new Hijos(List.of(), Map.of());

    static Hijos of(List<Campo> filas) {
      // Looked into for every key of a file: a hash map finds faster than an immutable one.
      Map<String, Campo> porClave = new HashMap<>();
      for (Campo fila : filas) {
        fila.todasLasClaves()
            .forEach(
                clave -> {
                  porClave.put(clave, fila);
                  porClave.put(clave.toLowerCase(Locale.ROOT), fila);
                });
      }
      return new Hijos(List.copyOf(filas), Collections.unmodifiableMap(porClave));
    }

    /** The row with this key, in any case. */
    public Optional<Campo> find(String clave) {
      Campo exact = porClave.get(clave);
      return exact != null
          ? Optional.of(exact)
          : Optional.ofNullable(porClave.get(clave.toLowerCase(Locale.ROOT)));
    }
  }

  private Stream<String> todasLasClaves() {
    return Stream.concat(Stream.of(elemento), claves.stream());
  }
}
