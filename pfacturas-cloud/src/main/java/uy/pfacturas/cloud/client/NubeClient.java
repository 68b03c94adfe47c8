package uy.pfacturas.cloud.client;

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
 * The cloud, for one company and one station. Every call may be repeated freely and blocks until it
 * has an answer or its time is over; none throws. Thread-safe.
 */
public interface NubeClient {
  /** Whether it is there, its life and its clock. Needs no key. */
  Answer<Salud> salud();

  /** The company's record. */
  Answer<Empresa> empresa();

  /** Asks for a signature (protocol §3.1). */
  Answer<DocumentoFirmado> firmar(String id, SolicitudFirma solicitud);

  /** What the cloud has under this id, with its XML. */
  Answer<DocumentoFirmado> documento(String id);

  /** This is the document (protocol §3.2). */
  Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega);

  /** The same for several, the oldest first; each is judged by itself. */
  Answer<AcuseLote> entregar(LoteEntregas lote);

  /** These numbers will never be used (protocol §3.3). */
  Answer<Acuse> sinUso(SinUso sinUso);

  /** Asks for a block of numbers (protocol §3.4). */
  Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido);

  /** Declares what the station holds (protocol §3.5, §8). */
  Answer<Acuse> declarar(Declaracion declaracion);

  /** The company's CAEs, with what is left of each. */
  Answer<ListaCae> caes();

  /** What the registry says of a taxpayer. */
  Answer<Contribuyente> rut(Rut rut);
}
