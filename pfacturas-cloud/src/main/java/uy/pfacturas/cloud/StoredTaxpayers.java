package uy.pfacturas.cloud;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.rut.TaxpayerCache;
import uy.pfacturas.cloud.rut.TaxpayerSource;
import uy.pfacturas.cloud.store.DocumentStore;
import uy.pfacturas.cloud.store.Table;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/** Taxpayers asked of the cloud and kept in the store. */
record StoredTaxpayers(DocumentStore store, NubeClient nube)
    implements TaxpayerCache, TaxpayerSource {
  @Override
  public Optional<Contribuyente> find(Rut rut) {
    return store.find(Table.CONTRIBUYENTES, rut.digitos(), Contribuyente.class);
  }

  @Override
  public void put(Contribuyente contribuyente) {
    try {
      Contribuyente kept =
          store
              .commit(
                  draft -> {
                    draft.put(Table.CONTRIBUYENTES, contribuyente.rut().digitos(), contribuyente);
                    return contribuyente;
                  })
              .join();
      org.slf4j.LoggerFactory.getLogger(StoredTaxpayers.class).debug("kept {}", kept.rut());
    } catch (CompletionException e) {
      // The answer is good without its memory; the next lookup keeps it.
      org.slf4j.LoggerFactory.getLogger(StoredTaxpayers.class)
          .warn("taxpayer was not kept: {}", e.toString());
    }
  }

  @Override
  public TaxpayerSource.Outcome ask(Rut rut) {
    Answer<Contribuyente> answer = nube.rut(rut);
    return answer.<TaxpayerSource.Outcome>match(
        TaxpayerSource.Outcome.Found::new,
        refused ->
            refused.status() == 404
                ? new TaxpayerSource.Outcome.NotFound()
                : new TaxpayerSource.Outcome.Unavailable(refused.rechazo().mensaje()),
        away -> new TaxpayerSource.Outcome.Unavailable(away.reason()));
  }
}
