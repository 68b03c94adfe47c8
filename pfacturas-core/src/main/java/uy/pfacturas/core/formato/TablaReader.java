package uy.pfacturas.core.formato;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uy.pfacturas.core.cfe.Familia;

/**
 * Reads the table from its resource and builds the tree of rows. A broken table is a broken
 * program, so it throws.
 */
final class TablaReader {
  private static final int COLUMNAS = 15 + Obligatoriedad.COLUMNAS.size();
  private static final Map<String, Origen> ORIGENES =
      Arrays.stream(Origen.values()).collect(Collectors.toMap(Origen::letra, o -> o));

  private final Map<String, Lista> listas = new HashMap<>();
  private final Map<String, List<Fila>> porContenedor = new LinkedHashMap<>();

  /** A list of codes that the table cites. */
  private record Lista(String cita, List<String> codigos) {}

  /** A row before its children are known; {@code ruta} is empty for fields. */
  private record Fila(String ruta, Optional<String> envoltura, List<String> celdas) {}

  /** The rows of the document's top, in order: sections of the ERP's file and TmstFirma. */
  static Campo.Hijos read() {
    TablaReader reader = new TablaReader();
    reader.readLists();
    rows(TablaReader.class, "formato.tsv").forEach(reader::add);
    return reader.hijos("");
  }

  /**
   * The rows of a message that is no CFE, from a resource beside a class: the first ten columns of
   * the format's table, its obligatoriness (one code, or one for each of DGI's columns), its
   * meaning.
   *
   * @param nombres what some cells stand for
   */
  static Campo.Hijos mensaje(Class<?> room, String resource, Map<String, String> nombres) {
    TablaReader reader = new TablaReader();
    reader.readLists();
    rows(room, resource).map(c -> comoFormato(c, nombres)).forEach(reader::add);
    return reader.hijos("");
  }

  private void readLists() {
    rows(TablaReader.class, "listas.tsv")
        .forEach(c -> listas.put(c.get(0), new Lista(c.get(1), List.of(c.get(2).split(" ")))));
  }

  private static List<String> comoFormato(List<String> fila, Map<String, String> nombres) {
    List<String> celdas = new ArrayList<>(fila.subList(0, 10));
    celdas.replaceAll(c -> nombres.getOrDefault(c, c));
    int columnas = Obligatoriedad.COLUMNAS.size();
    String codigos = fila.get(10).length() == 1 ? fila.get(10).repeat(columnas) : fila.get(10);
    codigos.chars().forEach(c -> celdas.add(Character.toString(c)));
    celdas.addAll(List.of("", "", Origen.ERP.letra(), "", fila.get(11)));
    return celdas;
  }

  private void add(List<String> celdas) {
    if (celdas.size() != COLUMNAS) {
      throw new IllegalStateException("row has not " + COLUMNAS + " cells: " + celdas.get(2));
    }
    String contenedor = celdas.get(1);
    boolean nested = porContenedor.containsKey(contenedor);
    String padre = nested ? contenedor : "";
    Optional<String> envoltura =
        nested || contenedor.equals("-") ? Optional.empty() : Optional.of(contenedor);
    String ruta = padre.isEmpty() ? celdas.get(2) : padre + "/" + celdas.get(2);
    porContenedor
        .computeIfAbsent(padre, k -> new ArrayList<>())
        .add(new Fila(ruta, envoltura, celdas));
    if (celdas.get(4).equals(Tipo.GRUPO.name())) {
      porContenedor.put(ruta, new ArrayList<>());
    }
  }

  private Campo.Hijos hijos(String ruta) {
    return Campo.Hijos.of(
        porContenedor.getOrDefault(ruta, List.of()).stream().map(this::campo).toList());
  }

  private Campo campo(Fila fila) {
    List<String> c = fila.celdas();
    int n = 10 + Obligatoriedad.COLUMNAS.size();
    Tipo tipo = Tipo.valueOf(c.get(4));
    String[] veces = c.get(7).split("\\|");
    return new Campo(
        c.get(0),
        fila.envoltura(),
        c.get(2),
        c.get(3),
        tipo,
        entero(c.get(5)),
        entero(c.get(6)),
        veces[0].equals("lineas") ? 0 : Integer.parseInt(veces[0]),
        veces.length > 1 ? Optional.of(veces[1]) : Optional.empty(),
        dominio(general(c.get(8)), general(c.get(9))),
        propios(c.get(8), c.get(9)),
        c.subList(10, n).stream().filter(s -> !s.isEmpty()).map(Obligatoriedad::of).toList(),
        c.get(n).equals("*"),
        c.get(n + 1),
        Optional.ofNullable(ORIGENES.get(c.get(n + 2))).orElseThrow(),
        c.get(n + 3).isEmpty() ? List.of() : List.of(c.get(n + 3).split(",")),
        c.get(n + 4),
        tipo == Tipo.GRUPO ? hijos(fila.ruta()) : Campo.Hijos.NINGUNO);
  }

  /** What a cell says of the families that it does not name. */
  private static String general(String celda) {
    return celda.split(";", -1)[0];
  }

  /** What a cell says of a family; what it says of all where it does not name it. */
  private static String propio(String celda, Familia familia) {
    String clave = familia.elemento() + "=";
    return Arrays.stream(celda.split(";", -1))
        .filter(p -> p.startsWith(clave))
        .map(p -> p.substring(clave.length()))
        .findFirst()
        .orElseGet(() -> general(celda));
  }

  private Map<Familia, Dominio> propios(String rango, String valores) {
    String both = ";" + rango + ";" + valores;
    return Arrays.stream(Familia.values())
        .filter(f -> both.contains(";" + f.elemento() + "="))
        .collect(Collectors.toMap(f -> f, f -> dominio(propio(rango, f), propio(valores, f))));
  }

  private Dominio dominio(String rango, String valores) {
    String[] limites = rango.split("\\.\\.", -1);
    boolean forma = valores.startsWith("/");
    Lista lista =
        valores.startsWith("@")
            ? Optional.ofNullable(listas.get(valores.substring(1))).orElseThrow()
            : new Lista("", List.of(valores.split(",")));
    return new Dominio(
        forma || valores.isEmpty() ? List.of() : lista.codigos(),
        lista.cita(),
        forma
            ? Optional.of(Pattern.compile(valores.substring(1, valores.length() - 1)))
            : Optional.empty(),
        Optional.of(limites[0]).filter(s -> !s.isEmpty()),
        Optional.of(limites[limites.length - 1]).filter(s -> !s.isEmpty()));
  }

  private static int entero(String celda) {
    return celda.isEmpty() ? 0 : Integer.parseInt(celda);
  }

  private static Stream<List<String>> rows(Class<?> room, String resource) {
    try (InputStream in = room.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(l -> List.of(l.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
