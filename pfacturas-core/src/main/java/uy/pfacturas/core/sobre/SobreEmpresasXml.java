package uy.pfacturas.core.sobre;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.xml.XmlWriter;

/** {@code EnvioCFE_entreEmpresas}: each document as it was signed, with its adenda beside it. */
final class SobreEmpresasXml implements MensajeXml<SobreEmpresas> {
  private static final Envio ENVIO = Envio.of("EnvioCFE_entreEmpresas", CfeAdendaXml.ELEMENTO);

  @Override
  public byte[] render(SobreEmpresas sobre) {
    XmlWriter writer = ENVIO.write(sobre.caratula());
    for (CfeAdenda cfe : sobre.cfes()) {
      writer.open(CfeAdendaXml.ELEMENTO);
      CfeAdendaXml.write(cfe, writer);
      writer.close(CfeAdendaXml.ELEMENTO);
    }
    return ENVIO.close(writer);
  }

  @Override
  public Parsed<SobreEmpresas> parse(byte[] xml) {
    FaultList faults = new FaultList();
    Optional<Envio.Abierto> open = ENVIO.open(xml, faults);
    List<CfeAdenda> cfes = new ArrayList<>();
    if (faults.isEmpty()) {
      open.ifPresent(
          o -> o.documentos().forEach(d -> CfeAdendaXml.of(d, faults).ifPresent(cfes::add)));
    }
    if (open.isEmpty() || !faults.isEmpty()) {
      return new Parsed.Malformed<>(faults.list());
    }
    SobreEmpresas sobre = new SobreEmpresas(open.get().caratula(), cfes);
    return Parsed.of(sobre, open.get().binder().placed(check(sobre)));
  }

  @Override
  public List<Fault> check(SobreEmpresas sobre) {
    List<CfeAdenda> cfes = sobre.cfes();
    List<Fault> found = new ArrayList<>(ENVIO.check(sobre.caratula(), cfes.size()));
    Optional<X509Certificate> certificate = sobre.caratula().certificado();
    List<Fault> texts = new ArrayList<>();
    for (int i = 0; i < cfes.size(); i++) {
      String path = ENVIO.path(i);
      found.addAll(Envio.check(sobre.caratula(), certificate, cfes.get(i).cfe(), path));
      found.addAll(receiver(sobre.caratula(), cfes.get(i).cfe(), path));
      texts.addAll(CfeAdendaXml.check(cfes.get(i), path));
    }
    found.addAll(texts);
    if (texts.isEmpty()) {
      found.addAll(Envio.size(render(sobre)));
    }
    return List.copyOf(found);
  }

  private static List<Fault> receiver(Caratula caratula, CfeFirmado cfe, String path) {
    List<Fault> found = new ArrayList<>();
    String receiver = caratula.rutReceptor().digitos();
    if (!cfe.docRecep().equals(Optional.of(receiver))) {
      found.add(Fault.of(SobreFault.RECEPTOR, "Sobre A-C2", path, receiver));
    }
    cfe.tipo()
        .filter(TipoCfe::isContingencia)
        .ifPresent(
            t ->
                found.add(
                    Fault.of(
                        SobreFault.CFC_AL_RECEPTOR,
                        "Sobre 3",
                        path,
                        Integer.toString(t.codigo()))));
    return found;
  }
}
