package uy.pfacturas.core.formato;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.fault.Fault;

/**
 * Continues names of lines that are longer than DGI takes in the description, which is printed too.
 * Every other text that is too long is a fault: nothing is cut silently.
 *
 * @param cfe the document, names within the limit
 * @param avisos one notice per name that was continued
 */
public record Continuation(Cfe cfe, List<Fault> avisos) {
  private static final int LIMITE = 80;

  public Continuation {
    avisos = List.copyOf(avisos);
  }

  /** Continues what needs it: at the last blank that fits, or in the middle of a longer word. */
  public static Continuation of(Cfe document) {
    List<Fault> avisos = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (Item item : document.items()) {
      Optional<String> large = item.nomItem().filter(n -> n.length() > LIMITE);
      large.ifPresent(n -> avisos.add(aviso(items.size() + 1, n)));
      items.add(large.map(n -> continued(item, n)).orElse(item));
    }
    return avisos.isEmpty()
        ? new Continuation(document, avisos)
        : new Continuation(CfeBuilder.builder(document).items(items).build(), avisos);
  }

  private static Fault aviso(int line, String name) {
    return Fault.of(
        FormatoFault.NOMBRE_CONTINUA,
        "B-C7",
        "Item[" + line + "].NomItem",
        Integer.toString(name.length()));
  }

  private static Item continued(Item item, String name) {
    int limit = Character.isLowSurrogate(name.charAt(LIMITE)) ? LIMITE - 1 : LIMITE;
    int blank = name.lastIndexOf(' ', limit);
    int end = blank > 0 ? blank : limit;
    String rest = name.substring(end).strip();
    return ItemBuilder.builder(item)
        .nomItem(Optional.of(name.substring(0, end).strip()))
        .dscItem(Optional.of(item.dscItem().map(d -> rest + " " + d).orElse(rest)))
        .build();
  }
}
