package uy.pfacturas.examples;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.cfe.IdDocBuilder;
import uy.pfacturas.core.cfe.Item;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.cfe.TotalesBuilder;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.preparation.Preparation;
import uy.pfacturas.core.xml.CfeXml;

/**
 * Sells over the counter: builds an e-Ticket from what the cash desk knows, lets the core complete
 * and check it, gives it the next number of a CAE, and renders DGI's XML, ready to be signed.
 */
public final class SmallErp {
  private static final int CASH = 1;
  private static final int PRICES_WITH_VAT = 1;
  private static final int BASIC_RATE = 3;

  private final Preparation preparation;
  private final Cae cae;
  private final List<Item> basket = new ArrayList<>();
  private int next;

  /** A cash desk of a company with a CAE of e-Tickets of its own, from its first number on. */
  public SmallErp(Empresa empresa, Cae cae, Clock clock) {
    this.preparation = new Preparation(empresa, Preparation.Registry.NONE, clock);
    this.cae = cae;
    this.next = cae.desde();
  }

  /** What came of a sale. */
  public sealed interface Sale {
    /**
     * A document that may be signed.
     *
     * @param numero its number
     * @param toPay what the customer pays
     * @param xml DGI's XML, without time of signing and signature
     */
    record Ready(Numero numero, BigDecimal toPay, String xml) implements Sale {}

    /** Nothing to be issued; the number is still free. Each sentence says what is wrong. */
    record Refused(List<String> reasons) implements Sale {}
  }

  /** Puts goods at the basic rate into the basket, at a price with VAT. */
  public void scan(String name, String quantity, String price) {
    basket.add(
        ItemBuilder.builder()
            .indFact(Optional.of(BASIC_RATE))
            .nomItem(Optional.of(name))
            .cantidad(Optional.of(new BigDecimal(quantity)))
            .precioUnitario(Optional.of(new BigDecimal(price)))
            .build());
  }

  /** Ends the sale and empties the basket. */
  public Sale pay() {
    Cfe draft =
        CfeBuilder.builder()
            .idDoc(
                IdDocBuilder.builder()
                    .tipoCFE(Optional.of(TipoCfe.E_TICKET))
                    .mntBruto(Optional.of(PRICES_WITH_VAT))
                    .fmaPago(Optional.of(CASH))
                    .build())
            .emisor(EmisorBuilder.builder().build())
            .totales(TotalesBuilder.builder().build())
            .items(basket)
            .build();
    basket.clear();
    Preparation.Outcome outcome = preparation.prepare(draft);
    if (outcome instanceof Preparation.Outcome.Faulty faulty) {
      FaultText text = FaultText.of(Locale.forLanguageTag("es"));
      return new Sale.Refused(
          faulty.faults().stream().map(f -> text.sentence(f) + " " + text.remedy(f)).toList());
    }
    return numbered(((Preparation.Outcome.Ready) outcome).cfe());
  }

  private Sale numbered(Cfe cfe) {
    Numero numero = new Numero(cae.tipo(), cae.serie(), next++);
    Cfe numbered = cfe.withNumero(numero, cae.data());
    String xml = new String(CfeXml.render(numbered), StandardCharsets.UTF_8);
    return new Sale.Ready(numero, numbered.totales().mntPagar().orElseThrow(), xml);
  }
}
