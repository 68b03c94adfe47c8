package uy.pfacturas.core.testing;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** One thing that goes wrong in a document. */
@SuppressWarnings("ImmutableEnumChecker") // What they do holds no state.
public enum Mutacion {
  /** An element is missing. */
  QUITAR(
      (root, chance) -> {
        Elemento parent = chance.parent(root);
        Elemento gone = chance.one(parent.children());
        if (!gone.isForeign() || parent != root) {
          parent.children().remove(gone);
        }
      }),
  /** An element is there twice, side by side or elsewhere. */
  DUPLICAR(
      (root, chance) -> {
        List<Elemento> children = chance.parent(root).children();
        Elemento twice = chance.one(children).copy();
        List<Elemento> where = chance.often() ? children : chance.parent(root).children();
        where.add(chance.random().nextInt(where.size() + 1), twice);
      }),
  /** Two neighbours change places, or an element goes elsewhere. */
  MOVER(
      (root, chance) -> {
        List<Elemento> children = chance.parent(root).children();
        Elemento moved = children.remove(chance.random().nextInt(children.size()));
        List<Elemento> where = chance.often() ? children : chance.parent(root).children();
        where.add(chance.random().nextInt(where.size() + 1), moved);
      }),
  /** An element says nothing. */
  VACIAR(
      (root, chance) -> {
        Elemento empty = chance.element(root);
        empty.text(chance.often() ? "" : " \n");
        if (chance.often() && empty != root) {
          empty.children().clear();
        }
      }),
  /** A text is longer than it may be, or as long as it may be. */
  ALARGAR(
      (root, chance) -> {
        Elemento leaf = chance.leaf(root);
        leaf.text(
            leaf.text() + chance.one(List.of("ñ", " ", "9", "Z", ".")).repeat(chance.length()));
      }),
  /** Another value, perhaps of another kind. */
  CAMBIAR((root, chance) -> chance.leaf(root).text(chance.one(Chance.VALUES))),
  /** The value of another element. */
  COPIAR((root, chance) -> chance.leaf(root).text(chance.leaf(root).text())),
  /** A digit more, less or other. */
  CIFRA(
      (root, chance) -> {
        Elemento leaf = chance.leaf(root);
        StringBuilder text = new StringBuilder(leaf.text());
        int at = chance.random().nextInt(text.length() + 1);
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
          return;
        }
        switch (chance.random().nextInt(3)) {
          case 0 ->
              text.insert(at, chance.one(List.of("0", "5", "9", "-", ".", "00000", "+", " ")));
          case 1 -> text.delete(at, Math.min(text.length(), at + 1));
          default -> {
            if (at < text.length()) {
              text.setCharAt(at, (char) ('0' + chance.random().nextInt(10)));
            }
          }
        }
        leaf.text(text.toString().replace("&", "").replace(";", ""));
      }),
  /** An amount at the edge of what fits, or beyond. */
  MONTO((root, chance) -> chance.leaf(root).text(chance.amount())),
  /** An element many times. */
  REPETIR(
      (root, chance) -> {
        List<Elemento> children = chance.parent(root).children();
        Elemento first = chance.one(children);
        for (int times = chance.one(List.of(2, 3, 5, 6, 20, 21, 40, 41)); times > 1; times--) {
          children.add(children.indexOf(first), first.copy());
        }
      }),
  /** Both of two elements of which one may be there. */
  ALTERNATIVA(
      (root, chance) -> {
        List<Elemento> children = chance.parent(root, "Receptor|IdDoc|Compl_Fiscal").children();
        for (int i = 0; i < children.size(); i++) {
          if (children.get(i).name().matches("DocRecep|DocProp")) {
            children.add(i + 1, Elemento.of(children.get(i).name() + "Ext", "1"));
          } else if (children.get(i).name().equals("Compl_Fiscal_Data")) {
            children.add(i + 1, Elemento.of("", RandomCfe.CIFRADO.xml()));
          }
        }
      }),
  /** An element of elements that holds none, somewhere among the others. */
  ENVOLTURA(
      (root, chance) -> {
        List<Elemento> children = root.children().get(0).children();
        String name = chance.one(Chance.WRAPPERS);
        children.removeIf(c -> chance.often() && c.name().equals(name));
        children.add(chance.random().nextInt(children.size() + 1), Elemento.of(name, ""));
      }),
  /** An element of another document, or of none. */
  AGREGAR(
      (root, chance) -> {
        List<Elemento> children = chance.parent(root).children();
        Elemento added = Elemento.of(chance.one(Chance.NAMES), chance.one(Chance.VALUES));
        children.add(chance.random().nextInt(children.size() + 1), added);
      }),
  /** A name in other letters, or of another element. */
  RENOMBRAR(
      (root, chance) -> {
        Elemento renamed = chance.element(root);
        renamed.rename(
            chance.often()
                ? renamed.name().toLowerCase(java.util.Locale.ROOT)
                : chance.one(Chance.NAMES));
      }),
  /** An attribute that is wrong, or one that any element may have. */
  ATRIBUTO(
      (root, chance) -> {
        Elemento element = chance.often() ? root : chance.element(root);
        element.attributes(
            chance.often()
                ? element.attributes() + chance.one(Chance.ATTRIBUTES)
                : element
                    .attributes()
                    .replaceFirst(" version=\"[^\"]*\"", chance.one(Chance.VERSIONS)));
      }),
  /** Text beside elements. */
  TEXTO((root, chance) -> chance.element(root).text(chance.one(List.of("x", " ", "\n\t", "0")))),
  /** Blanks around a value. */
  BLANCOS(
      (root, chance) -> {
        Elemento leaf = chance.leaf(root);
        leaf.text(
            chance.one(List.of("", " ", "\n\t")) + leaf.text() + chance.one(List.of("", " ")));
      });

  private final BiConsumer<Elemento, Chance> act;

  Mutacion(BiConsumer<Elemento, Chance> act) {
    this.act = act;
  }

  /** Does it to a document, somewhere; nothing to one of which nothing is left. */
  public void change(Elemento root, Random random) {
    if (!root.isLeaf() && root.all().anyMatch(Elemento::isLeaf)) {
      act.accept(root, new Chance(random));
    }
  }
}
