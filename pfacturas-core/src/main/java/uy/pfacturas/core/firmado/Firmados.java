package uy.pfacturas.core.firmado;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.sobre.Caratula;
import uy.pfacturas.core.sobre.Sobre;
import uy.pfacturas.core.sobre.SobreEmpresas;
import uy.pfacturas.core.tree.Decoding;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.xml.XmlSkim;
import uy.pfacturas.core.xml.XmlSlice;

/** Takes files apart into the documents in them that are signed, each byte for byte. */
public final class Firmados {
  private static final String SOBRE = "EnvioCFE";
  private static final String SOBRE_EMPRESAS = "EnvioCFE_entreEmpresas";
  private static final String CARATULA = "Caratula";
  private static final String CFE_ADENDA = "CFE_Adenda";
  private static final String ADENDA = "Adenda";

  private Firmados() {}

  /**
   * The documents of a file: every one of a sobre, else the file itself, whatever it is. Never
   * empty. Nothing is left out: what is no document stands among them, for a verification to find
   * it unsigned.
   */
  public static List<DocumentoFirmado> de(byte[] xml) {
    FaultList faults = new FaultList();
    Optional<String> text =
        new Decoding(Optional.empty(), faults)
            .xml(xml)
            .filter(t -> XmlSkim.read(t, List.of(), faults).isPresent());
    String name = text.map(t -> XmlSlice.root(t).name()).orElse("");
    List<DocumentoFirmado> found =
        switch (name) {
          case SOBRE -> inside(text.orElse(""), certificate(Sobre.XML, Sobre::caratula, xml));
          case SOBRE_EMPRESAS ->
              inside(text.orElse(""), certificate(SobreEmpresas.XML, SobreEmpresas::caratula, xml));
          case CFE_ADENDA -> inside(text.orElse(""), Optional.empty());
          default -> List.of();
        };
    return found.isEmpty() ? List.of(whole(name, xml)) : found;
  }

  private static DocumentoFirmado whole(String name, byte[] xml) {
    Lectura reading = Lectura.de(name, xml);
    return new DocumentoFirmado(reading.nombre(), xml, reading.dicho());
  }

  /** The documents in an envelope; none where there are more than are cut out. */
  private static List<DocumentoFirmado> inside(String text, Optional<X509Certificate> certificate) {
    List<XmlSlice> parts = XmlSlice.root(text).children();
    List<DocumentoFirmado> found = new ArrayList<>();
    if (parts.size() == XmlSlice.MOST) {
      return found;
    }
    for (XmlSlice part : parts) {
      List<XmlSlice> documents = part.name().equals(CFE_ADENDA) ? part.children() : List.of(part);
      documents.stream()
          .filter(d -> !d.name().equals(CARATULA) && !d.name().equals(ADENDA))
          .forEach(d -> found.add(one(d, found.size() + 1, certificate)));
    }
    return found;
  }

  private static DocumentoFirmado one(
      XmlSlice slice, int place, Optional<X509Certificate> certificate) {
    byte[] xml = slice.xml().getBytes(StandardCharsets.UTF_8);
    Lectura reading = Lectura.de(slice.name(), xml);
    String name = place + ": " + reading.nombre();
    return new DocumentoFirmado(name, xml, reading.dicho().con(certificate));
  }

  private static <T> Optional<X509Certificate> certificate(
      MensajeXml<T> format, java.util.function.Function<T, Caratula> cover, byte[] xml) {
    return format.parse(xml) instanceof Parsed.Message<T> message
        ? cover.apply(message.value()).certificado()
        : Optional.empty();
  }
}
