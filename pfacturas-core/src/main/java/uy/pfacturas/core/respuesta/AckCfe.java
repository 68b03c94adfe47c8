package uy.pfacturas.core.respuesta;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.rut.Rut;

/**
 * Answer to the documents of a sobre, one by one. DGI gives it, and so does every company that gets
 * documents of another, which also says by it whether it agrees.
 *
 * @param caratula who answers what, and how many of each
 * @param detalles one per document that is answered, up to 250; element ACKCFE_Det
 * @see "Formato del mensaje de respuesta v19, 3.3; esquemas XML de DGI 1.44.2, ACKCFE_DGI.xsd and
 *     ACKCFE_Partes.xsd"
 */
public record AckCfe(Caratula caratula, List<Detalle> detalles) {
  /** DGI's XML of it, element {@code ACKCFE}, as DGI answers; to be signed. */
  public static final MensajeXml<AckCfe> XML =
      Respuestas.xml(AckCfe.class, "ACKCFE", AckCfeRules::dgi);

  /** The same, as one company answers another: without what only DGI may say. */
  public static final MensajeXml<AckCfe> XML_PARTES =
      Respuestas.xml(AckCfe.class, "ACKCFE", AckCfeRules::partes);

  public AckCfe {
    detalles = List.copyOf(detalles);
  }

  /** What became of a document, 3.3.B-C26. */
  public enum Estado {
    /** Taken. */
    AE,
    /** A CFE that was refused. */
    BE,
    /** A CFC that was observed, by DGI only: it is to be informed again, corrected. */
    CE,
    /** Assessed anew, by DGI only: in the schema, the text does not know it. */
    FE
  }

  /**
   * Who answers what, and how many of each.
   *
   * @param rucReceptor who answers: DGI, or the receiver of the documents, 3.3.A-C2
   * @param rucEmisor who sent the sobre, 3.3.A-C3
   * @param idRespuesta number of this answer, unique for who answers, 3.3.A-C4
   * @param nomArch name of the file that came; empty if it came by web service, 3.3.A-C5
   * @param fecHRecibido when the sobre came, 3.3.A-C6
   * @param idEmisor number that its sender gave to the sobre, 3.3.A-C7
   * @param idReceptor number that its receiver gave to the sobre, 3.3.A-C8
   * @param cantEnSobre how many documents were in the sobre, 3.3.A-C9; element CantenSobre
   * @param cantResponden how many of them are answered here, 3.3.A-C10
   * @param cantCFEAceptados how many CFE were taken, 3.3.A-C11
   * @param cantCFERechazados how many CFE were refused, 3.3.A-C12
   * @param cantCFCAceptados how many CFC were taken, by DGI only, 3.3.A-C13
   * @param cantCFCObservados how many CFC were observed, by DGI only, 3.3.A-C14
   * @param cantOtrosRechazados how many were neither CFE nor CFC, 3.3.A-C15
   * @param tmst when this answer was signed, 3.3.A-C16
   */
  @RecordBuilder
  @RecordBuilder.Options(emptyDefaultForOptional = true)
  public record Caratula(
      Rut rucReceptor,
      Rut rucEmisor,
      long idRespuesta,
      String nomArch,
      OffsetDateTime fecHRecibido,
      long idEmisor,
      long idReceptor,
      int cantEnSobre,
      int cantResponden,
      Optional<Integer> cantCFEAceptados,
      Optional<Integer> cantCFERechazados,
      Optional<Integer> cantCFCAceptados,
      Optional<Integer> cantCFCObservados,
      Optional<Integer> cantOtrosRechazados,
      OffsetDateTime tmst) {}

  /**
   * The answer to one document.
   *
   * @param nroOrdinal its place in the sobre, from 1, 3.3.B-C20
   * @param tipoCFE its type, 3.3.B-C21; empty where it could not be read, as the five below
   * @param serie its series, 3.3.B-C22
   * @param nroCFE its number, 3.3.B-C23
   * @param fechaCFE its date, 3.3.B-C24
   * @param tmstCFE when it was signed, 3.3.B-C25
   * @param estado what became of it, 3.3.B-C26
   * @param motivosRechazo why it was refused, up to 30, between companies up to 10, 3.3.B-C27 to
   *     C29; element MotivosRechazoCF
   * @param obsCFC why a CFC was observed, up to 10, by DGI only
   * @param infoRespOri the answer that DGI gave the first time, if it has the document already
   *     (E02), 3.3.B-C30 to C33
   */
  @RecordBuilder
  @RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
  public record Detalle(
      int nroOrdinal,
      Optional<TipoCfe> tipoCFE,
      Optional<String> serie,
      Optional<Integer> nroCFE,
      Optional<LocalDate> fechaCFE,
      Optional<OffsetDateTime> tmstCFE,
      Estado estado,
      List<Rechazo> motivosRechazo,
      List<Rechazo> obsCFC,
      Optional<InfoRespOri> infoRespOri) {
    public Detalle {
      motivosRechazo = List.copyOf(motivosRechazo);
      obsCFC = List.copyOf(obsCFC);
    }

    /** The number of the document; empty where the answer does not say it whole. */
    public Optional<Numero> numero() {
      return tipoCFE.flatMap(
          t ->
              serie
                  .filter(s -> s.length() == 1 || s.length() == 2)
                  .flatMap(
                      s ->
                          nroCFE
                              .filter(n -> n > 0 && n < 10_000_000)
                              .map(n -> new Numero(t, s, n))));
    }

    /** Whether the document was not refused for what it is, but because it is there already. */
    public boolean isYaEnviado() {
      return motivosRechazo.stream().anyMatch(Rechazo::isYaEnviado);
    }
  }

  /**
   * The answer that DGI gave to the sobre in which it took a document the first time.
   *
   * @param idRespSobre number of that answer, 3.3.B-C30
   * @param idEmisorSobre number that the sender gave to that sobre, 3.3.B-C31
   * @param idReceptorSobre number that DGI gave to that sobre, 3.3.B-C32
   * @param idTokenSobre to ask for the answers to its documents, 3.3.B-C33; optional in the text,
   *     obligatory in the schema
   */
  public record InfoRespOri(
      long idRespSobre, long idEmisorSobre, long idReceptorSobre, Optional<Binario> idTokenSobre) {}
}
