package uy.pfacturas.cloud;

import java.time.Clock;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.rut.TaxpayerAnswer;
import uy.pfacturas.cloud.rut.TaxpayerLookup;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.cfe.Binario;
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
  private final Troubles troubles;
  private final Clock clock;
  private volatile Optional<Prepared> current;

  Companies(
      SynchronizerConfig config,
      DocumentStore store,
      NubeClient nube,
      TaxpayerLookup registry,
      Troubles troubles,
      Clock clock) {
    this.config = config;
    this.store = store;
    this.nube = nube;
    this.registry = registry;
    this.troubles = troubles;
    this.clock = clock;
    this.current = store.find(Table.ESTADO, KEY, Empresa.class).map(this::prepare);
  }

  /** The company; empty until the cloud has told it once. */
  Optional<Prepared> current() {
    return current;
  }

  /** For whose holder zone K is encrypted; empty where it is not. */
  Optional<Binario> certificadoDgi() {
    return current.map(Prepared::empresa).flatMap(Empresa::certificadoDgi);
  }

  /** Asks the cloud for today's record. */
  Answer<Empresa> refresh() {
    Answer<Empresa> answer = nube.empresa();
    answer.value().ifPresent(this::take);
    if (current.isPresent()) {
      troubles.clear(Trouble.EMPRESA);
    } else {
      missing(answer).ifPresent(why -> troubles.set(Trouble.EMPRESA, why));
    }
    return answer;
  }

  /** What the cloud says where it has no record for us; empty where it says nothing. */
  private Optional<String> missing(Answer<Empresa> answer) {
    return answer.match(
        other ->
            Optional.of(
                "La nube tiene los datos de otra empresa o de otro ambiente ("
                    + other.ruc()
                    + ", "
                    + other.ambiente().palabra()
                    + "). Corrija ambiente, nube.ruc o nube.url en la configuración y reinicie."),
        refused ->
            Optional.of(
                "Faltan los datos de la empresa "
                    + config.ruc()
                    + ". "
                    + refused.rechazo().mensaje()
                    + " "
                    + refused.rechazo().queHacer()
                    + " Lo que espera sigue solo."),
        away -> Optional.empty());
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
