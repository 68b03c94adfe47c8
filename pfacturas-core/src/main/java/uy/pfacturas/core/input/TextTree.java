package uy.pfacturas.core.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.core.fault.Place;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoFault;
import uy.pfacturas.core.formato.Nearest;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Node;
import uy.pfacturas.core.tree.TreeFault;

/** The text syntax, version 1: sections, keys, comments, adenda. For one file. */
final class TextTree {
  /** The last line of a complete file. */
  static final String FIN = "Fin";

  private static final String ADENDA = "Adenda";

  private final FaultList faults;
  private final Campo.Hijos secciones = Formato.vigente().secciones();
  private final Node root = Node.group("", new Place(1, 1));
  private final Set<String> keys = new HashSet<>();
  private final List<String> adenda = new ArrayList<>();
  private Optional<TextSection> section = Optional.empty();
  private Place adendaPlace = Place.NONE;
  private Mode mode = Mode.BEFORE;
  private int count;

  /** Where the reader is. */
  private enum Mode {
    BEFORE,
    KEYS,
    ADENDA,
    UNKNOWN,
    AFTER
  }

  TextTree(FaultList faults) {
    this.faults = faults;
  }

  /** The sections of a file, those of faulty lines left out. */
  Node read(String text) {
    Lines lines = new Lines(text);
    while (count <= Node.LIMIT && lines.next()) {
      line(lines.line(), lines.number());
    }
    if (count > Node.LIMIT) {
      String limit = Integer.toString(Node.LIMIT);
      faults.addLast(TreeFault.DEMASIADOS_DATOS, new Place(lines.number(), 1), limit);
    }
    close();
    return root;
  }

  private void line(String line, int number) {
    int start = Lines.indent(line);
    String content = line.strip();
    Place place = new Place(number, start + 1);
    controls(line, number);
    Optional<String> header = header(content);
    if (mode == Mode.AFTER) {
      if (!content.isEmpty()) {
        count++;
        faults.add(InputFault.DESPUES_DEL_FIN, "", place, content);
      }
    } else if (header.isPresent() && (mode != Mode.ADENDA || isKnown(header.get()))) {
      count++;
      section(header.get(), place);
    } else if (mode == Mode.ADENDA) {
      adenda.add(line);
    } else if (!content.isEmpty() && !content.startsWith(";") && mode != Mode.UNKNOWN) {
      count++;
      key(line, number, start);
    }
  }

  private void controls(String line, int number) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isISOControl(c) && c != '\t') {
        String code = faults.isFull() ? "" : String.format(Locale.ROOT, "0x%02X", (int) c);
        faults.add(InputFault.CARACTER_DE_CONTROL, "", new Place(number, i + 1), code);
      }
    }
  }

  private static Optional<String> header(String content) {
    return content.startsWith("[") && content.endsWith("]")
        ? Optional.of(content.substring(1, content.length() - 1).strip())
        : Optional.empty();
  }

  private Optional<Campo> known(String name) {
    return secciones.find(name).filter(c -> c.isGrupo() || c.elemento().equals(ADENDA));
  }

  private boolean isKnown(String name) {
    return name.equalsIgnoreCase(FIN) || known(name).isPresent();
  }

  private void section(String name, Place place) {
    close();
    Optional<Campo> campo = known(name);
    if (name.equalsIgnoreCase(FIN)) {
      mode = Mode.AFTER;
    } else if (campo.isEmpty()) {
      mode = Mode.UNKNOWN;
      unknown(name, place);
    } else if (campo.get().elemento().equals(ADENDA)) {
      mode = Mode.ADENDA;
      adendaPlace = place;
    } else {
      mode = Mode.KEYS;
      Node node = Node.group(campo.get().elemento(), place);
      root.add(node);
      section = Optional.of(new TextSection(campo.get(), node, faults));
    }
  }

  private void unknown(String name, Place place) {
    List<String> names =
        secciones.filas().stream().filter(Campo::isGrupo).map(Campo::elemento).toList();
    Optional<String> near = faults.isFull() ? Optional.empty() : Nearest.of(name, names);
    near.ifPresentOrElse(
        n -> faults.add(InputFault.SECCION_PARECIDA, "", place, name, n),
        () -> faults.add(InputFault.SECCION_DESCONOCIDA, "", place, name));
  }

  private void key(String line, int number, int start) {
    Place place = new Place(number, start + 1);
    int equals = line.indexOf('=');
    if (equals < 0) {
      faults.add(InputFault.LINEA_SIN_SIGNO_IGUAL, "", place, line.strip());
      return;
    }
    String key = line.substring(0, equals).strip();
    String value = line.substring(equals + 1);
    if (section.isEmpty()) {
      faults.add(InputFault.CLAVE_SIN_SECCION, "", place, key);
    } else if (!keys.add(key.toLowerCase(Locale.ROOT))) {
      faults.add(FormatoFault.CLAVE_REPETIDA, section.get().path(key), place, key);
    } else {
      Place at = new Place(number, equals + 2 + Lines.indent(value));
      section.get().add(key, place, at, value.strip());
    }
  }

  /** Ends the section or the adenda that was being read. */
  private void close() {
    section.ifPresent(TextSection::close);
    section = Optional.empty();
    keys.clear();
    if (mode == Mode.ADENDA) {
      root.add(Node.leaf(ADENDA, adendaPlace, adendaPlace, String.join("\n", adenda)));
      adenda.clear();
    }
  }
}
