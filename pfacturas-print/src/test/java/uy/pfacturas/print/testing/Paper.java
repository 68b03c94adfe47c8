package uy.pfacturas.print.testing;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import uy.pfacturas.core.cfe.CaeData;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.Sello;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.print.PrintData;
import uy.pfacturas.core.testing.Documents;
import uy.pfacturas.print.Representacion;

/** A document with all that its printing takes. */
public record Paper(Cfe cfe, Sello sello, PrintData data) {
  private static final Representacion REPRESENTACION = new Representacion();

  /** A document under number A 134, signed, of real fiscal value, without adenda. */
  public static Paper of(Cfe cfe) {
    Cfe signed = Documents.numbered(cfe, 134).withTmstFirma(Papers.signed());
    return new Paper(
        signed,
        Sello.of(signed, Papers.hash(), true),
        new PrintData(
            Ambiente.PRODUCCION,
            "Res. 123/2026",
            "https://www.example.com/cfe",
            Regimen.GENERAL,
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  /** The same document in another company or world. */
  public Paper in(Ambiente ambiente, Regimen regimen) {
    return new Paper(
        cfe,
        Sello.of(cfe, Papers.hash(), ambiente.isFiscal()),
        new PrintData(
            ambiente,
            data.resolucion(),
            data.paginaVerificacion(),
            regimen,
            data.textosLegales(),
            data.adenda(),
            data.cajero()));
  }

  /** The same document with an adenda. */
  public Paper with(List<String> legal, String adenda) {
    return new Paper(
        cfe,
        sello,
        new PrintData(
            data.ambiente(),
            data.resolucion(),
            data.paginaVerificacion(),
            data.regimen(),
            legal,
            Optional.of(adenda),
            Optional.of("CAJA1")));
  }

  /** The document changed. */
  public Paper with(UnaryOperator<CfeBuilder> change) {
    Cfe changed = change.apply(CfeBuilder.builder(cfe)).build();
    return new Paper(changed, Sello.of(changed, Papers.hash(), true), data);
  }

  /** The authorisation of its number. */
  public CaeData cae() {
    return cfe.caeData().orElseThrow();
  }

  /** Its PDF. */
  public byte[] pdf() {
    return REPRESENTACION.render(cfe, sello, data);
  }
}
