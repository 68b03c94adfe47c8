package uy.pfacturas.core.reporte;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * Which element of a report holds which type of document, in DGI's order.
 *
 * @see "Esquemas XML de DGI 1.44.2, ReporteDiarioCFE.xsd, ReporteDefType"
 */
final class Resumenes {
  private static final List<Resumenes.Elemento> ORDEN =
      List.of(
          of(101, "Rsmn_Tck"),
          of(102, "Rsmn_Tck_Nota_Credito"),
          of(103, "Rsmn_Tck_Nota_Debito"),
          of(201, "Rsmn_Tck_Cont"),
          of(202, "Rsmn_Tck_Cont_Nota_Credito"),
          of(203, "Rsmn_Tck_Cont_Nota_Debito"),
          of(131, "Rsmn_Tck_CtaAj"),
          of(132, "Rsmn_Tck_Nota_Credito_CtaAj"),
          of(133, "Rsmn_Tck_Nota_Debito_CtaAj"),
          of(231, "Rsmn_Tck_CtaAj_Cont"),
          of(232, "Rsmn_Tck_CtaAj_Cont_Nota_Credito"),
          of(233, "Rsmn_Tck_CtaAj_Cont_Nota_Debito"),
          of(111, "Rsmn_Fac"),
          of(112, "Rsmn_Fac_Nota_Credito"),
          of(113, "Rsmn_Fac_Nota_Debito"),
          of(211, "Rsmn_Fac_Cont"),
          of(212, "Rsmn_Fac_Cont_Nota_Credito"),
          of(213, "Rsmn_Fac_Cont_Nota_Debito"),
          of(141, "Rsmn_Fac_CtaAj"),
          of(142, "Rsmn_Fac_Nota_Credito_CtaAj"),
          of(143, "Rsmn_Fac_Nota_Debito_CtaAj"),
          of(241, "Rsmn_Fac_CtaAj_Cont"),
          of(242, "Rsmn_Fac_CtaAj_Cont_Nota_Credito"),
          of(243, "Rsmn_Fac_CtaAj_Cont_Nota_Debito"),
          of(121, "Rsmn_Fac_Exp"),
          of(122, "Rsmn_Fac_Exp_Nota_Credito"),
          of(123, "Rsmn_Fac_Exp_Nota_Debito"),
          of(221, "Rsmn_Fac_Exp_Cont"),
          of(222, "Rsmn_Fac_Exp_Cont_Nota_Credito"),
          of(223, "Rsmn_Fac_Exp_Cont_Nota_Debito"),
          of(181, "Rsmn_Rem"),
          of(281, "Rsmn_Rem_Cont"),
          of(124, "Rsmn_Rem_Exp"),
          of(224, "Rsmn_Rem_Exp_Cont"),
          of(182, "Rsmn_Resg"),
          of(282, "Rsmn_Resg_Cont"),
          of(151, "Rsmn_Bol"),
          of(152, "Rsmn_Bol_Nota_Credito"),
          of(153, "Rsmn_Bol_Nota_Debito"),
          of(251, "Rsmn_Bol_Cont"),
          of(252, "Rsmn_Bol_Cont_Nota_Credito"),
          of(253, "Rsmn_Bol_Cont_Nota_Debito"));
  private static final Map<TipoCfe, Integer> POR_TIPO =
      IntStream.range(0, ORDEN.size())
          .boxed()
          .collect(Collectors.toUnmodifiableMap(i -> ORDEN.get(i).tipo(), i -> i));
  private static final Map<String, TipoCfe> POR_NOMBRE =
      ORDEN.stream().collect(Collectors.toUnmodifiableMap(Elemento::nombre, Elemento::tipo));

  private Resumenes() {}

  private record Elemento(TipoCfe tipo, String nombre) {}

  private static Elemento of(int codigo, String nombre) {
    return new Elemento(TipoCfe.of(codigo), nombre);
  }

  /** The type that an element holds; empty if there is no such element. */
  static Optional<TipoCfe> find(String elemento) {
    return Optional.ofNullable(POR_NOMBRE.get(elemento));
  }

  /** The element of a type. */
  static String elemento(TipoCfe tipo) {
    return ORDEN.get(lugar(tipo)).nombre();
  }

  /** The place of a type in a report, from 0. */
  static int lugar(TipoCfe tipo) {
    return Optional.ofNullable(POR_TIPO.get(tipo)).orElseThrow();
  }

  /** The element that holds the amounts of one date and branch, by family. */
  static String monto(Familia familia) {
    return switch (familia) {
      case TICKET, FACTURA -> "Mnts_FyT_Item";
      case EXPORTACION -> "Mnts_FExp_Item";
      case REMITO -> "Mnts_Rem_Item";
      case REMITO_EXPORTACION -> "Mnts_Rem_Exp_Item";
      case RESGUARDO -> "Mnts_Res_Item";
      case BOLETA -> "Mnts_Bol_Item";
    };
  }
}
