package uy.pfacturas.cloud.world;

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

/** Says what it is told to say; a planted bug changes one message. */
class Forwarding implements NubeClient {
  private final NubeClient real;

  Forwarding(NubeClient real) {
    this.real = real;
  }

  @Override
  public Answer<Salud> salud() {
    return real.salud();
  }

  @Override
  public Answer<Empresa> empresa() {
    return real.empresa();
  }

  @Override
  public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma solicitud) {
    return real.firmar(id, solicitud);
  }

  @Override
  public Answer<DocumentoFirmado> documento(String id) {
    return real.documento(id);
  }

  @Override
  public Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega) {
    return real.entregar(numero, entrega);
  }

  @Override
  public Answer<AcuseLote> entregar(LoteEntregas lote) {
    return real.entregar(lote);
  }

  @Override
  public Answer<Acuse> sinUso(SinUso sinUso) {
    return real.sinUso(sinUso);
  }

  @Override
  public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    return real.bloque(tipo, solicitud, pedido);
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return real.declarar(declaracion);
  }

  @Override
  public Answer<ListaCae> caes() {
    return real.caes();
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    return real.rut(rut);
  }
}
