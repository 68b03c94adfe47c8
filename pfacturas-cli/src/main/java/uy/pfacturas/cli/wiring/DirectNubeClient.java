package uy.pfacturas.cli.wiring;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
import uy.pfacturas.nube.Inside;
import uy.pfacturas.nube.NubeException;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;

/** The cloud for a station in its own process: the same questions and answers, without HTTP. */
final class DirectNubeClient implements NubeClient {
  private static final Locale SPANISH = Locale.forLanguageTag("es");

  private final Inside nube;
  private final String ruc;
  private final String estacion;

  DirectNubeClient(Inside nube, String ruc, String estacion) {
    this.nube = nube;
    this.ruc = ruc;
    this.estacion = estacion;
  }

  @Override
  public Answer<Salud> salud() {
    return new Answer.Done<>(
        new Salud(nube.ledger().epoca(), nube.ambiente(), nube.clock().instant(), ""));
  }

  @Override
  public Answer<Empresa> empresa() {
    return ask(
        () ->
            nube.companies()
                .find(ruc)
                .<Reply<Empresa>>map(Reply::of)
                .orElseGet(() -> Reply.refuse(Refusal.of(Codigo.SIN_EMPRESA, ruc))));
  }

  @Override
  public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma solicitud) {
    return ask(() -> nube.desk().sign(ruc, id, solicitud));
  }

  @Override
  public Answer<DocumentoFirmado> documento(String id) {
    return ask(() -> nube.ledger().find(ruc, id, true));
  }

  @Override
  public Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega) {
    return ask(() -> nube.desk().deliver(ruc, numero, entrega));
  }

  @Override
  public Answer<AcuseLote> entregar(LoteEntregas lote) {
    return ask(() -> Reply.of(nube.desk().deliver(ruc, lote)));
  }

  @Override
  public Answer<Acuse> sinUso(SinUso sinUso) {
    return ask(() -> nube.ledger().annul(ruc, estacion, sinUso));
  }

  @Override
  public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    return ask(() -> nube.ledger().lease(ruc, estacion, tipo, solicitud, pedido));
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return ask(() -> nube.ledger().declare(ruc, estacion, declaracion));
  }

  @Override
  public Answer<ListaCae> caes() {
    return ask(() -> Reply.of(new ListaCae(nube.ledger().epoca(), nube.cae().list(ruc))));
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    return ask(() -> nube.taxpayers().find(rut.digitos()));
  }

  private <T> Answer<T> ask(Supplier<Reply<T>> question) {
    try {
      return question.get().fold(given -> new Answer.Done<>(given.value()), this::refused);
    } catch (NubeException e) {
      return new Answer.NotServed<>(
          Answer.Cause.NOT_NOW, String.valueOf(e.getMessage()), Optional.empty());
    }
  }

  private <T> Answer<T> refused(Refusal refusal) {
    var said = refusal.say(nube.ledger().epoca(), SPANISH);
    return refusal.codigo().status() < 500
        ? new Answer.Refused<>(refusal.codigo().status(), said)
        : new Answer.NotServed<>(Answer.Cause.NOT_NOW, said.mensaje(), Optional.empty());
  }
}
