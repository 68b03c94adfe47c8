package uy.pfacturas.core.sobre;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.xml.XmlWriter;

/** {@code EnvioCFE}: the documents stand in it as they were signed. */
final class SobreXml implements MensajeXml<Sobre> {
  private static final Envio ENVIO = Envio.of("EnvioCFE", "CFE");

  @Override
  public byte[] render(Sobre sobre) {
    XmlWriter writer = ENVIO.write(sobre.caratula());
    sobre.cfes().forEach(cfe -> writer.raw(cfe.text()));
    return ENVIO.close(writer);
  }

  @Override
  public Parsed<Sobre> parse(byte[] xml) {
    FaultList faults = new FaultList();
    Optional<Envio.Abierto> open = ENVIO.open(xml, faults);
    List<CfeFirmado> cfes = new ArrayList<>();
    if (faults.isEmpty()) {
      open.ifPresent(
          o -> o.documentos().forEach(d -> CfeFirmado.of(d, faults).ifPresent(cfes::add)));
    }
    if (open.isEmpty() || !faults.isEmpty()) {
      return new Parsed.Malformed<>(faults.list());
    }
    Sobre sobre = new Sobre(open.get().caratula(), cfes);
    return Parsed.of(sobre, open.get().binder().placed(check(sobre)));
  }

  @Override
  public List<Fault> check(Sobre sobre) {
    List<CfeFirmado> cfes = sobre.cfes();
    List<Fault> found = new ArrayList<>(ENVIO.check(sobre.caratula(), cfes.size()));
    Optional<X509Certificate> certificate = sobre.caratula().certificado();
    for (int i = 0; i < cfes.size(); i++) {
      found.addAll(Envio.check(sobre.caratula(), certificate, cfes.get(i), ENVIO.path(i)));
    }
    found.addAll(Envio.size(render(sobre)));
    return List.copyOf(found);
  }
}
