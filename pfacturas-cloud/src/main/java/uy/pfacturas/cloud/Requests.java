package uy.pfacturas.cloud;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.cloud.mailbox.Claim;
import uy.pfacturas.cloud.mailbox.Estado;
import uy.pfacturas.cloud.mailbox.StatusFile;
import uy.pfacturas.cloud.mailbox.StatusFileBuilder;
import uy.pfacturas.cloud.rut.TaxpayerAnswer;
import uy.pfacturas.cloud.rut.TaxpayerLookup;
import uy.pfacturas.cloud.station.Documento;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.cloud.station.Retiro;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.print.PrintOutcome;
import uy.pfacturas.core.rut.Contribuyente;

/**
 * Answers what an ERP asks for beside invoices: a RUT, a state, a reprint, a withdrawal, the
 * contingencia.
 */
final class Requests {
  private final Works works;
  private final Closing closing;
  private final Outbox outbox;
  private final TaxpayerLookup registry;
  private final ContingencyDesk contingency;

  Requests(
      Works works,
      Closing closing,
      Outbox outbox,
      TaxpayerLookup registry,
      ContingencyDesk contingency) {
    this.works = works;
    this.closing = closing;
    this.outbox = outbox;
    this.registry = registry;
    this.contingency = contingency;
  }

  void answer(Buzon buzon, Claim claim, Pedido pedido) {
    Optional<String> id = claim.id().or(pedido::id);
    StatusFile status = StatusFileBuilder.builder(answer(buzon, pedido)).id(id).build();
    boolean isRefused = status.estado() == Estado.RECHAZADO;
    Motivo motivo =
        new Motivo(
            status.codigo().orElse(""), status.mensaje().orElse(""), status.queHacer().orElse(""));
    works
        .board()
        .post(
            new StatusBoard.Post(
                buzon,
                claim.baseName(),
                status,
                0,
                Optional.empty(),
                List.of(
                    () -> {
                      if (isRefused) {
                        closing.rejected(buzon, claim, motivo);
                      } else {
                        closing.processed(buzon, claim);
                      }
                    })));
  }

  private StatusFile answer(Buzon buzon, Pedido pedido) {
    if (pedido instanceof Pedido.ConsultaRut rut) {
      return rut(buzon, rut.rut());
    }
    if (pedido instanceof Pedido.ConsultaEstado state) {
      return of(buzon, state.de(), doc -> shown(buzon, doc));
    }
    if (pedido instanceof Pedido.Reimpresion reprint) {
      return of(buzon, reprint.de(), doc -> print(buzon, doc));
    }
    if (pedido instanceof Pedido.Anulacion withdrawal) {
      return of(buzon, withdrawal.de(), doc -> withdraw(buzon, doc));
    }
    if (pedido instanceof Pedido.Contingencia request) {
      return contingency(texts(buzon), request);
    }
    throw new IllegalStateException("request is of an unknown kind: " + pedido.getClass());
  }

  private StatusFile of(
      Buzon buzon, String idErp, java.util.function.Function<Documento, StatusFile> act) {
    String id = buzon.id(works.config().grupo(), idErp);
    return works
        .station()
        .find(id)
        .map(act)
        .orElseGet(() -> refusal(texts(buzon).motivo("SIN_DOCUMENTO", idErp)));
  }

  /** What the ERP is told of a document now. */
  StatusFile shown(Buzon buzon, Documento doc) {
    return works
        .answers()
        .of(buzon, doc, works.station().findContenido(doc.id()).map(Issuing::parse));
  }

  private StatusFile print(Buzon buzon, Documento doc) {
    if (!doc.situacion().isSigned()) {
      return refusal(texts(buzon).motivo("SIN_FIRMA", doc.idErp()));
    }
    if (doc.isPapel()) {
      return refusal(texts(buzon).motivo("CFC_NO_SE_IMPRIME", doc.idErp()));
    }
    PrintOutcome outcome = outbox.print(buzon, doc);
    if (outcome instanceof PrintOutcome.Printed) {
      return shown(buzon, works.station().impreso(doc.id()).orElse(doc));
    }
    String reason =
        outcome instanceof PrintOutcome.NotPrinted no
            ? no.reason()
            : ((PrintOutcome.Unknown) outcome).reason();
    return with(shown(buzon, doc), texts(buzon).motivo("NO_IMPRESO", reason));
  }

  private StatusFile withdraw(Buzon buzon, Documento doc) {
    Retiro retiro = works.station().retirar(doc.id());
    if (retiro instanceof Retiro.Retirado done) {
      works.desk().find(doc.id()).ifPresent(live -> closing.show(live, done.documento()));
      outbox.state();
      return shown(buzon, done.documento());
    }
    Documento now = retiro instanceof Retiro.NoRetirado no ? no.documento() : doc;
    Motivo motivo = refusal(buzon, now);
    return with(shown(buzon, now), motivo);
  }

  /** Why a document cannot be withdrawn, and what to write instead. */
  static Motivo refusal(Buzon buzon, Documento doc) {
    return doc.situacion().isSigned()
        ? texts(buzon)
            .motivo(
                doc.isPapel() ? "CFC_NO_ANULABLE" : "NO_ANULABLE", doc.idErp(), nota(doc.tipo()))
        : texts(buzon).motivo("YA_CERRADO", doc.idErp(), doc.estado().name());
  }

  private static String nota(TipoCfe tipo) {
    // The note of a CFC is an ordinary one.
    TipoCfe electronic = TipoCfe.of(tipo.codigo() % 100 + 100);
    return tipo.isNota() ? electronic.nombre() : TipoCfe.of(electronic.codigo() + 1).nombre();
  }

  private StatusFile contingency(Texts texts, Pedido.Contingencia request) {
    String why = texts.say("A_PEDIDO", request.id().or(request::puesto).orElse("ERP"));
    boolean isImpeded = request.accion() == Pedido.Accion.ENTRAR && !contingency.enter(why);
    if (request.accion() == Pedido.Accion.SALIR) {
      contingency.leave();
    }
    EstadoContingencia now = contingency.estado();
    return isImpeded
        ? refusal(texts.motivo("CONTINGENCIA_IMPEDIDA", now.impedimento().orElse("")))
        : done("CONTINGENCIA", contingency.message(now, texts));
  }

  private StatusFile rut(Buzon buzon, String text) {
    TaxpayerAnswer answer = registry.lookUp(text);
    Texts texts = texts(buzon);
    if (answer instanceof TaxpayerAnswer.Known known) {
      return done(
          "RUT",
          say(texts, "RUT", known.contribuyente(), known.contribuyente().consultado().toString()));
    }
    if (answer instanceof TaxpayerAnswer.Remembered old) {
      return done(
          "RUT",
          texts.say(
              "RUT_RECORDADO",
              old.contribuyente().rut().digitos(),
              name(old.contribuyente()),
              activo(texts, old.contribuyente()),
              old.contribuyente().fuente(),
              Long.toString(old.age().toDays()),
              old.reason()));
    }
    if (answer instanceof TaxpayerAnswer.Absent absent) {
      return refusal(texts.motivo("RUT_DESCONOCIDO", absent.rut().digitos()));
    }
    if (answer instanceof TaxpayerAnswer.NotNow away) {
      return refusal(texts.motivo("RUT_SIN_DATO", away.rut().digitos(), away.reason()));
    }
    return refusal(texts.motivo("RUT_INVALIDO", text));
  }

  private static String say(Texts texts, String key, Contribuyente c, String when) {
    return texts.say(key, c.rut().digitos(), name(c), activo(texts, c), c.fuente(), when);
  }

  private static String name(Contribuyente c) {
    return java.util.stream.Stream.of(
            Optional.of(c.denominacion()), c.domicilio(), c.ciudad(), c.departamento())
        .flatMap(Optional::stream)
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private static String activo(Texts texts, Contribuyente c) {
    return texts.say(c.activo() ? "RUT_ACTIVO" : "RUT_INACTIVO");
  }

  private StatusFile done(String codigo, String mensaje) {
    return works
        .answers()
        .of(Estado.RESPONDIDO, Optional.empty(), Optional.of(new Motivo(codigo, mensaje, "")));
  }

  private StatusFile refusal(Motivo motivo) {
    return works.answers().of(Estado.RECHAZADO, Optional.empty(), Optional.of(motivo));
  }

  private static StatusFile with(StatusFile status, Motivo motivo) {
    return StatusFileBuilder.builder(status)
        .codigo(Optional.of(motivo.codigo().toUpperCase(Locale.ROOT)))
        .mensaje(Optional.of(motivo.mensaje()))
        .queHacer(Optional.of(motivo.queHacer()))
        .build();
  }

  private static Texts texts(Buzon buzon) {
    return new Texts(buzon.locale());
  }
}
