package uy.pfacturas.cloud;

import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
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

/**
 * A cloud that no delivery reaches.
 *
 * @param nube all the rest
 */
record FaultyDelivery(NubeClient nube) implements NubeClient {
  private static <T> Answer<T> lost() {
    return new Answer.NotServed<>(Answer.Cause.UNKNOWN, "se perdió", Optional.empty());
  }

  @Override
  public Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega) {
    return lost();
  }

  @Override
  public Answer<AcuseLote> entregar(LoteEntregas lote) {
    return lost();
  }

  @Override
  public Answer<Salud> salud() {
    return nube.salud();
  }

  @Override
  public Answer<Empresa> empresa() {
    return nube.empresa();
  }

  @Override
  public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma solicitud) {
    return nube.firmar(id, solicitud);
  }

  @Override
  public Answer<DocumentoFirmado> documento(String id) {
    return nube.documento(id);
  }

  @Override
  public Answer<Acuse> sinUso(SinUso sinUso) {
    return nube.sinUso(sinUso);
  }

  @Override
  public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    return nube.bloque(tipo, solicitud, pedido);
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return nube.declarar(declaracion);
  }

  @Override
  public Answer<ListaCae> caes() {
    return nube.caes();
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    return nube.rut(rut);
  }
}
