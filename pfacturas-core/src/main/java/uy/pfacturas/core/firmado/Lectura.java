package uy.pfacturas.core.firmado;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import uy.pfacturas.core.cae.CaeXml;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.firmado.DocumentoFirmado.Dicho;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.reporte.Reporte;
import uy.pfacturas.core.respuesta.AckCfe;
import uy.pfacturas.core.respuesta.AckReporte;
import uy.pfacturas.core.respuesta.AckSobre;
import uy.pfacturas.core.respuesta.Anulados;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.core.xml.CfeXml;

/**
 * What a document says of itself, read by the strict readers alone: where these do not read it, it
 * says nothing. Otherwise its author could tell one name to this and another to who reads it next.
 *
 * @param nombre for people
 * @param dicho of its signature
 */
record Lectura(String nombre, Dicho dicho) {

  static Lectura de(String element, byte[] xml) {
    return switch (element) {
      case "CFE" ->
          CfeXml.parse(xml) instanceof CfeXml.Parsed.Document document
              ? cfe(document.cfe())
              : new Lectura(element, Dicho.nada());
      case "CAE" ->
          // Signed by DGI, whom it does not name.
          CaeXml.parse(xml) instanceof CaeXml.Parsed.Document document
              ? new Lectura(element, dicho(Optional.empty(), document.constancia().firmada()))
              : new Lectura(element, Dicho.nada());
      case "ACKSobre" ->
          mensaje(
              element,
              AckSobre.XML,
              xml,
              m -> dicho(Optional.of(m.caratula().rucReceptor()), m.caratula().tmst()));
      case "ACKCFE" ->
          mensaje(
              element,
              AckCfe.XML,
              xml,
              m -> dicho(Optional.of(m.caratula().rucReceptor()), m.caratula().tmst()));
      case "ACKRepDiario" ->
          mensaje(
              element,
              AckReporte.XML,
              xml,
              m -> dicho(Optional.of(m.caratula().rucReceptor()), m.caratula().tmst()));
      case "Reporte" ->
          mensaje(
              element,
              Reporte.XML,
              xml,
              m -> dicho(Optional.of(m.caratula().rucEmisor()), m.caratula().tmstFirmaEnv()));
      case "CFEs_Anulados_x_RechazoDGI" ->
          mensaje(element, Anulados.XML, xml, m -> dicho(Optional.empty(), m.caratula().tmst()));
      default -> new Lectura(element.isEmpty() ? "XML" : element, Dicho.nada());
    };
  }

  private static Lectura cfe(Cfe cfe) {
    String name = cfe.numero().map(numero -> "CFE " + numero.texto()).orElse("CFE");
    return new Lectura(
        name,
        new Dicho(
            cfe.emisor().rucEmisor(),
            cfe.tmstFirma().map(OffsetDateTime::toInstant),
            Optional.empty()));
  }

  private static <T> Lectura mensaje(
      String element, MensajeXml<T> format, byte[] xml, Function<T, Dicho> dicho) {
    return new Lectura(
        element,
        format.parse(xml) instanceof Parsed.Message<T> message
            ? dicho.apply(message.value())
            : Dicho.nada());
  }

  private static Dicho dicho(Optional<Rut> ruc, OffsetDateTime momento) {
    return new Dicho(ruc.map(Rut::digitos), Optional.of(momento.toInstant()), Optional.empty());
  }
}
