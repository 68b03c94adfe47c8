package uy.pfacturas.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Etapa;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.Obligatoriedad;
import uy.pfacturas.core.testing.Desacuerdo;
import uy.pfacturas.core.testing.Desacuerdo.Aspecto;
import uy.pfacturas.core.testing.Elemento;
import uy.pfacturas.core.testing.Esquema;
import uy.pfacturas.core.testing.Filled;
import uy.pfacturas.core.testing.Mutacion;
import uy.pfacturas.core.testing.RandomCfe;

/**
 * DGI's schema as judge of our verdict on structure: of documents of every type in which things go
 * wrong, both take the same and refuse the same, but for what {@link Desacuerdo} lists. {@code
 * -Dpfacturas.mutaciones=N} chooses how many, {@code -Dpfacturas.semilla=N} which.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {
  private static final int MUTATIONS = Integer.getInteger("pfacturas.mutaciones", 4_000);
  private static final int QUOTED = 300;
  private static final Map<Aspecto, Set<String>> CODES =
      Map.of(
          Aspecto.PRESENCIA, Set.of("FMT-03"),
          Aspecto.SOBRA, Set.of("FMT-04"),
          Aspecto.RANGO, Set.of("FMT-07", "FMT-10", "FMT-12"),
          Aspecto.VALORES, Set.of("FMT-11"));

  private final Esquema esquema = Esquema.cfe();

  DifferentialTest() throws SAXException {}

  @Test
  void verdict_onAnyDocument_isTheSchemas(TestReporter reporter) throws IOException {
    long seed = Long.getLong("pfacturas.semilla", 20_261_124);
    reporter.publishEntry("pfacturas.semilla", Long.toString(seed));
    Random random = new Random(seed);
    RandomCfe documents = new RandomCfe(random);
    List<String> disagreements = new ArrayList<>();
    Map<Mutacion, Integer> refused = new EnumMap<>(Mutacion.class);
    Set<TipoCfe> types = EnumSet.noneOf(TipoCfe.class);
    int taken = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      TipoCfe tipo = documents.tipo();
      Elemento root = root(documents.next(tipo));
      List<Mutacion> changes = changed(root, random);
      String xml = root.toString();
      List<String> errors = esquema.errors(xml);
      List<Fault> faults = faults(xml);
      boolean unknown = faults.stream().anyMatch(f -> !isKnown(tipo, f));
      if (errors.isEmpty() ? unknown : faults.isEmpty()) {
        disagreements.add(
            "document %d of type %d, %s: the schema %s, we %s"
                .formatted(i, tipo.codigo(), changes, quoted(errors), quoted(faults)));
      }
      types.add(tipo);
      taken += errors.isEmpty() ? 1 : 0;
      changes.forEach(c -> refused.merge(c, errors.isEmpty() ? 0 : 1, Integer::sum));
    }
    assertThat(disagreements).as("seed %d", seed).isEmpty();
    // The test means something if each change breaks documents, and many stay whole.
    assertThat(refused)
        .hasSize(Mutacion.values().length)
        .allSatisfy((m, n) -> assertThat(n).isPositive());
    assertThat(taken).isBetween(MUTATIONS / 10, MUTATIONS / 2);
    assertThat(types).hasSize(TipoCfe.values().length);
  }

  /** As many as the format takes of everything that may be repeated, and one more. */
  @ParameterizedTest
  @EnumSource(Familia.class)
  void verdict_atEachLimit_isTheSchemas(Familia familia) throws IOException {
    TipoCfe tipo =
        Arrays.stream(TipoCfe.values())
            .filter(t -> t.familia() == familia)
            .findFirst()
            .orElseThrow();
    List<Limit> limits = new ArrayList<>();
    limits(Formato.vigente().secciones(), "", tipo, limits);
    assertThat(limits).hasSizeGreaterThan(3);
    for (Limit limit : limits) {
      for (int more = 0; more < 2; more++) {
        Elemento root = root(Filled.cfe(tipo));
        repeat(root, limit, limit.times() + more);
        assertThat(faults(root.toString()).isEmpty())
            .as("%s, %d more", limit, more)
            .isEqualTo(esquema.errors(root.toString()).isEmpty())
            .isEqualTo(more == 0);
      }
    }
  }

  /** How often an element may stand below another. */
  private record Limit(String parent, String name, int times) {}

  private static void limits(Campo.Hijos hijos, String parent, TipoCfe tipo, List<Limit> limits) {
    for (Campo campo : hijos.filas()) {
      if (campo.en(tipo) != Obligatoriedad.NO_VA) {
        if (campo.isRepetible()) {
          String holder = campo.envoltura().orElse(parent);
          limits.add(new Limit(holder, campo.elemento(), campo.veces(tipo)));
        }
        limits(campo.hijos(), campo.elemento(), tipo, limits);
      }
    }
  }

  /** So many of an element; lines without what they can do without. */
  private static void repeat(Elemento root, Limit limit, int times) {
    List<Elemento> children =
        root.all()
            .filter(e -> e.name().equals(limit.parent()))
            .map(Elemento::children)
            .filter(below -> below.stream().anyMatch(c -> c.name().equals(limit.name())))
            .findFirst()
            .orElseThrow();
    Elemento one =
        children.stream().filter(c -> c.name().equals(limit.name())).findFirst().orElseThrow();
    if (times > 100) {
      one.children().removeIf(c -> c.name().matches("CodItem|DscItem|Sub.*"));
    }
    int at = children.indexOf(one);
    children.removeIf(c -> c.name().equals(limit.name()));
    children.addAll(at, Collections.nCopies(times, one));
  }

  private static Elemento root(Cfe cfe) {
    return Elemento.parse(Esquema.firmado(new String(CfeXml.render(cfe), StandardCharsets.UTF_8)));
  }

  /** One thing changed, at times two. */
  private static List<Mutacion> changed(Elemento root, Random random) {
    List<Mutacion> changes = new ArrayList<>();
    List<Mutacion> all = List.of(Mutacion.values());
    for (int n = random.nextInt(8) == 0 ? 2 : 1; n > 0; n--) {
      Mutacion change = all.get(random.nextInt(all.size()));
      change.change(root, random);
      changes.add(change);
    }
    return changes;
  }

  private static List<Fault> faults(String xml) {
    CfeXml.Parsed parsed = CfeXml.parse(xml.getBytes(StandardCharsets.UTF_8));
    return parsed instanceof CfeXml.Parsed.Document document
        ? Formato.vigente().check(document.cfe(), Etapa.FIRMADO)
        : ((CfeXml.Parsed.Malformed) parsed).faults();
  }

  /** Whether the schema is known to take what this fault is about. */
  private static boolean isKnown(TipoCfe tipo, Fault fault) {
    String code = fault.code().code();
    String elemento = fault.path().replaceAll(".*\\.|\\[[0-9]+\\]", "");
    return Desacuerdo.DE_ESCRITURA.stream()
            .filter(e -> e.codigo().equals(code))
            .anyMatch(e -> e.elementos().isEmpty() || e.elementos().contains(elemento))
        || Desacuerdo.DEL_ESQUEMA.stream()
            .filter(d -> CODES.getOrDefault(d.aspecto(), Set.of()).contains(code))
            .filter(d -> d.elemento().equals(elemento))
            .anyMatch(d -> d.familias().contains(tipo.familia()));
  }

  private static String quoted(List<?> said) {
    String text = said.toString();
    return text.length() <= QUOTED ? text : "…" + text.substring(text.length() - QUOTED);
  }
}
