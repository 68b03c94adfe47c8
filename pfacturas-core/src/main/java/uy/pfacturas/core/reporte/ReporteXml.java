package uy.pfacturas.core.reporte;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.TablaMensaje;
import uy.pfacturas.core.mensaje.Marco;
import uy.pfacturas.core.mensaje.MensajeXml;
import uy.pfacturas.core.mensaje.Parsed;
import uy.pfacturas.core.tree.Binder;
import uy.pfacturas.core.tree.FaultList;
import uy.pfacturas.core.tree.Notation;
import uy.pfacturas.core.xml.XmlWriter;

/** {@code Reporte}: a cover, then one element per type, each with the rows of its family. */
final class ReporteXml implements MensajeXml<Reporte> {
  static final String CARATULA = "Caratula";
  static final String TIPO = "TipoComp";
  static final String DATOS = "RsmnData";

  /** One type with all the ranges and amounts that the schema lets it have has 120,000. */
  private static final int MAX_ELEMENTS = 400_000;

  private static final int MAX_BYTES = 16 << 20;
  private static final Marco MARCO =
      new Marco("Reporte", List.of("Reporte/" + CARATULA), true, MAX_BYTES);
  private static final Forma FORMA =
      TablaMensaje.read(Reporte.class, "caratula.tsv").forma(Reporte.Caratula.class);
  private static final Map<Familia, Forma> FORMAS =
      Arrays.stream(Familia.values())
          .collect(Collectors.toUnmodifiableMap(f -> f, ReporteXml::read));

  private static Forma read(Familia familia) {
    Map<String, String> nombres = Map.of("{Mnts_Item}", Resumenes.monto(familia));
    return TablaMensaje.read(Reporte.class, "resumen.tsv", nombres).forma(Resumen.Datos.class);
  }

  private static Forma forma(Familia familia) {
    return Optional.ofNullable(FORMAS.get(familia)).orElseThrow();
  }

  @Override
  public byte[] render(Reporte reporte) {
    XmlWriter writer = MARCO.open().raw(MARCO.tag(CARATULA));
    writer.group(FORMA, reporte.caratula()).close(CARATULA);
    for (Resumen resumen : reporte.resumenes()) {
      String element = Resumenes.elemento(resumen.tipo());
      writer.open(element).open(TIPO);
      writer.text(Integer.toString(resumen.tipo().codigo())).close(TIPO).open(DATOS);
      writer.group(forma(resumen.tipo().familia()), resumen.datos());
      writer.close(DATOS).close(element);
    }
    return MARCO.close(writer);
  }

  @Override
  public Parsed<Reporte> parse(byte[] xml) {
    FaultList faults = new FaultList();
    Binder binder = new Binder(Notation.DGI, faults);
    ReporteReader reader = new ReporteReader(FORMA, ReporteXml::forma, binder, faults);
    Optional<Reporte> reporte =
        MARCO
            .read(xml, faults)
            .flatMap(text -> Marco.tree(text, MAX_ELEMENTS, faults))
            .flatMap(reader::read);
    return reporte.isPresent() && faults.isEmpty()
        ? Parsed.of(reporte.get(), binder.placed(check(reporte.get())))
        : new Parsed.Malformed<>(faults.list());
  }

  @Override
  public List<Fault> check(Reporte reporte) {
    List<Fault> found = new ArrayList<>(TablaMensaje.check(FORMA, reporte.caratula(), CARATULA));
    for (Resumen resumen : reporte.resumenes()) {
      TipoCfe tipo = resumen.tipo();
      Forma forma = forma(tipo.familia());
      found.addAll(TablaMensaje.check(forma, resumen.datos(), Resumenes.elemento(tipo), tipo));
    }
    found.addAll(ReporteRules.check(reporte));
    return List.copyOf(found);
  }
}
