package uy.pfacturas.cloud.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.testing.Documents;

/**
 * The cloud as one station reaches it when the network is well.
 *
 * @param courier sends to DGI at once for who waits
 * @param weather how DGI's line is
 */
record CloudDesk(Cloud cloud, Courier courier, String estacion, Weather weather)
    implements NubeClient {
  @Override
  public Answer<Salud> salud() {
    return new Answer.Done<>(
        new Salud(cloud.epoca(), Ambiente.DEMO, cloud.caes().now().toInstant(), "test"));
  }

  @Override
  public Answer<Empresa> empresa() {
    return new Answer.Done<>(Documents.empresa());
  }

  @Override
  public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma solicitud) {
    return cloud.firmar(estacion, id, solicitud);
  }

  @Override
  public Answer<DocumentoFirmado> documento(String id) {
    return cloud.notNow();
  }

  @Override
  public Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega) {
    Answer<AcuseEntrega> first = cloud.entregar(estacion, numero, entrega);
    if (!entrega.esperarDgi() || first.value().isEmpty()) {
      return first;
    }
    courier.sendNow(numero, weather.dgi());
    return cloud.entregar(estacion, numero, entrega);
  }

  @Override
  public Answer<AcuseLote> entregar(LoteEntregas lote) {
    List<AcuseLote.Resultado> results = new ArrayList<>();
    for (LoteEntregas.Envio envio : lote.entregas()) {
      results.add(
          entregar(envio.numero(), envio.entrega())
              .match(
                  done ->
                      new AcuseLote.Resultado(envio.numero(), Optional.of(done), Optional.empty()),
                  no ->
                      new AcuseLote.Resultado(
                          envio.numero(), Optional.empty(), Optional.of(no.rechazo())),
                  later ->
                      new AcuseLote.Resultado(envio.numero(), Optional.empty(), Optional.empty())));
    }
    return new Answer.Done<>(new AcuseLote(cloud.epoca(), results));
  }

  @Override
  public Answer<Acuse> sinUso(SinUso sinUso) {
    return cloud.sinUso(estacion, sinUso.rangos());
  }

  @Override
  public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    return cloud.bloque(estacion, tipo, solicitud, pedido);
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return cloud.declarar(estacion, declaracion);
  }

  @Override
  public Answer<ListaCae> caes() {
    return cloud.notNow();
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    return cloud.notNow();
  }
}
