package uy.pfacturas.nube.document;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Cifrado;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.xml.CfeXml;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.company.SigningKeys;
import uy.pfacturas.nube.ledger.Judgement;
import uy.pfacturas.nube.ledger.Ledger;
import uy.pfacturas.nube.ledger.Proposal;
import uy.pfacturas.nube.refusal.Codigo;
import uy.pfacturas.nube.refusal.Refusal;
import uy.pfacturas.nube.refusal.Reply;
import uy.pfacturas.signing.SignedXml;
import uy.pfacturas.signing.XmlSigner;
import uy.pfacturas.signing.encryption.XmlEncryptor;
import uy.pfacturas.signing.failure.SigningException;

/** Signs documents and takes them when they are delivered. Thread-safe. */
public final class SigningDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SigningDesk.class);

  private final Ledger ledger;
  private final SigningKeys keys;
  private final Companies companies;
  private final DocumentCheck check;
  private final DeliveryCheck deliveryCheck;

  /**
   * A desk over a ledger.
   *
   * @param clock gives the time of signing, in Uruguay's zone, to the second
   */
  public SigningDesk(Ledger ledger, SigningKeys keys, Companies companies, Clock clock) {
    this.ledger = ledger;
    this.keys = keys;
    this.companies = companies;
    this.check = new DocumentCheck(clock);
    this.deliveryCheck = new DeliveryCheck(ledger, keys);
  }

  /**
   * Checks and signs a document under its number; the same request again gets the same bytes. Two
   * requests at once may both sign, and one signature is stored: both get that one.
   */
  public Reply<DocumentoFirmado> sign(String ruc, String id, SolicitudFirma asked) {
    Judgement judgement = ledger.ask(ruc, id, asked);
    if (judgement instanceof Judgement.Settled settled) {
      return settled.reply();
    }
    Optional<Cae> cae = ((Judgement.ToSign) judgement).cae();
    DocumentCheck.Outcome outcome = check.check(ruc, asked, cae);
    if (outcome instanceof DocumentCheck.Outcome.Unfit unfit) {
      return Reply.refuse(
          Refusal.of(Codigo.DOCUMENTO_INVALIDO, asked.numero()).withFaltas(unfit.faults()));
    }
    Cfe cfe = ((DocumentCheck.Outcome.Fit) outcome).cfe();
    try {
      Optional<XmlSigner> signer = keys.signer(ruc);
      if (signer.isEmpty()) {
        return Reply.refuse(noKey(ruc, "no tiene certificado configurado"));
      }
      SignedXml signed = signer.get().sign(CfeXml.render(complementoCifrado(ruc, cfe)));
      return ledger.propose(
          ruc,
          id,
          asked,
          new Proposal(new String(signed.bytes(), StandardCharsets.UTF_8), signed.digest()));
    } catch (SigningException e) {
      LOG.error("No se puede firmar por {}: {}", ruc, e.code());
      return Reply.refuse(noKey(ruc, e.sentence(Locale.forLanguageTag("es"))));
    }
  }

  /** With zone K encrypted, where the company wants it so. */
  private Cfe complementoCifrado(String ruc, Cfe cfe) {
    return cfe.complFiscal()
        .flatMap(k -> companies.find(ruc))
        .flatMap(Empresa::certificadoDgi)
        .map(dgi -> XmlEncryptor.of(dgi.bytes(), Cifrado.LLAVE_DGI))
        .map(dgi -> CfeXml.cifrado(cfe, dgi::encrypt))
        .orElse(cfe);
  }

  private static Refusal noKey(String ruc, String why) {
    return new Refusal(
        Codigo.SIN_CLAVE_DE_FIRMA,
        List.of(ruc, why),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** Takes several documents, each by itself. */
  public AcuseLote deliver(String ruc, LoteEntregas lote) {
    List<Ledger.Delivered> checked =
        lote.entregas().stream()
            .map(
                e ->
                    new Ledger.Delivered(
                        e.numero(),
                        e.entrega(),
                        deliveryCheck.defect(ruc, e.numero(), e.entrega())))
            .toList();
    List<Optional<Reply<AcuseEntrega>>> replies = ledger.deliver(ruc, checked);
    List<AcuseLote.Resultado> results = new ArrayList<>();
    for (int i = 0; i < checked.size(); i++) {
      results.add(result(checked.get(i).numero(), replies.get(i)));
    }
    return new AcuseLote(ledger.epoca(), results);
  }

  private AcuseLote.Resultado result(Numero numero, Optional<Reply<AcuseEntrega>> reply) {
    return reply
        .map(
            r ->
                r.fold(
                    given ->
                        new AcuseLote.Resultado(
                            numero, Optional.of(given.value()), Optional.empty()),
                    refusal ->
                        new AcuseLote.Resultado(
                            numero,
                            Optional.empty(),
                            Optional.of(refusal)
                                .filter(no -> no.codigo().isForGood())
                                .map(no -> no.say(ledger.epoca(), Locale.forLanguageTag("es"))))))
        .orElseGet(() -> new AcuseLote.Resultado(numero, Optional.empty(), Optional.empty()));
  }

  /** Takes a document: this is it, with this signature. The same again is acknowledged again. */
  public Reply<AcuseEntrega> deliver(String ruc, Numero numero, Entrega entrega) {
    return ledger.deliver(ruc, numero, entrega, deliveryCheck.defect(ruc, numero, entrega));
  }
}
