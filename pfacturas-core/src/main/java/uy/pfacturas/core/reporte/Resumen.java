package uy.pfacturas.core.reporte;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * One type of document in a report, zone B.
 *
 * @param tipo type, B-C1
 * @param datos what is said of it
 */
public record Resumen(TipoCfe tipo, Datos datos) {
  /**
   * What is said of one type. Which of these belong to a type is for the table and the rules.
   *
   * @param montos amounts of the documents that were issued, by date, branch and whether they are
   *     payments on behalf of others, up to 1,000; element Montos
   * @param cantDocsUtil CFE numbers used: issued and annulled, B-C26
   * @param cantDocsMayTopeUI e-Tickets over the threshold in UI, VAT apart, B-C27
   * @param cantDocsAnulados CFE numbers annulled, by the company or because DGI refused them, B-C28
   * @param cantDocsEmi CFE issued, B-C29
   * @param utilizados numbers used, B-C41 to C43, up to 10,000 ranges; element RngDocsUtil
   * @param anulados numbers annulled, B-C44 to C46, up to 10,000 ranges; element RngDocsAnulados
   * @param cantCFCEmi CFC issued, B-C30
   */
  @RecordBuilder
  @RecordBuilder.Options(emptyDefaultForOptional = true, useImmutableCollections = true)
  public record Datos(
      List<Monto> montos,
      Optional<Long> cantDocsUtil,
      Optional<Long> cantDocsMayTopeUI,
      Optional<Long> cantDocsAnulados,
      Optional<Long> cantDocsEmi,
      List<Rango> utilizados,
      List<Rango> anulados,
      Optional<Long> cantCFCEmi) {
    public Datos {
      montos = List.copyOf(montos);
      utilizados = List.copyOf(utilizados);
      anulados = List.copyOf(anulados);
    }
  }
}
