package uy.pfacturas.cloud;

import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.rut.TaxpayerAnswer;
import uy.pfacturas.cloud.rut.TaxpayerLookup;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.preparation.Preparation;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/** The company's record, from the cloud and kept in the store, and how its documents are made. */
final class Companies {
  private static final String KEY = "empresa";

  /** The company as documents are prepared with it. */
  record Prepared(Empresa empresa, Preparation preparation) {}

  private final SynchronizerConfig config;
  private final DocumentStore store;
  private final NubeClient nube;
  private final TaxpayerLookup registry;
  private final Pauses pauses;
  private final Clock clock;
  private volatile Optional<Prepared> current;

  Companies(
      SynchronizerConfig config,
      DocumentStore store,
      NubeClient nube,
      TaxpayerLookup registry,
      Pauses pauses,
      Clock clock) {
    this.config = config;
    this.store = store;
    this.nube = nube;
    this.registry = registry;
    this.pauses = pauses;
    this.clock = clock;
    this.current = store.find(Table.ESTADO, KEY, Empresa.class).map(this::prepare);
  }

  /** The company; empty until the cloud has told it once. */
  Optional<Prepared> current() {
    return current;
  }

  /** Asks the cloud for today's record. */
  Answer<Empresa> refresh() {
    Answer<Empresa> answer = nube.empresa();
    answer.value().ifPresent(this::take);
    if (current.isEmpty()) {
      String why =
          answer.<String>match(
              other -> "el registro es de " + other.ruc() + ", " + other.ambiente().palabra() + ".",
              refused -> refused.rechazo().mensaje() + " " + refused.rechazo().queHacer(),
              Answer.NotServed::reason);
      pauses.set(
          Pauses.Kind.EMPRESA,
          "Faltan los datos de la empresa " + config.ruc() + " en la nube: " + why);
    } else {
      pauses.clear(Pauses.Kind.EMPRESA);
    }
    return answer;
  }

  private void take(Empresa empresa) {
    boolean ours = empresa.ruc().equals(config.ruc()) && empresa.ambiente() == config.ambiente();
    if (!ours || current.map(Prepared::empresa).filter(empresa::equals).isPresent()) {
      return;
    }
    Empresa kept =
        store
            .commit(
                draft -> {
                  draft.put(Table.ESTADO, KEY, empresa);
                  return empresa;
                })
            .join();
    current = Optional.of(prepare(kept));
  }

  private Prepared prepare(Empresa empresa) {
    return new Prepared(
        empresa, new Preparation(empresa, this::find, clock, config.ui(), config.tolerancias()));
  }

  private Optional<Contribuyente> find(Rut rut) {
    TaxpayerAnswer answer = registry.lookUp(rut.digitos());
    if (answer instanceof TaxpayerAnswer.Known known) {
      return Optional.of(known.contribuyente());
    }
    return answer instanceof TaxpayerAnswer.Remembered remembered
        ? Optional.of(remembered.contribuyente())
        : Optional.empty();
  }
}
