package uy.pfacturas.core.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.CfeBuilder;
import uy.pfacturas.core.cfe.ItemBuilder;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Dominio;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Forma.Parte;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.Obligatoriedad;

/**
 * Documents in which every field that a type may have is filled to its limit, made from the table:
 * structurally right, without sense as invoices.
 */
public final class Filled {
  private final TipoCfe tipo;

  private Filled(TipoCfe tipo) {
    this.tipo = tipo;
  }

  /** A document of this type. */
  public static Cfe cfe(TipoCfe tipo) {
    return (Cfe) new Filled(tipo).group(Formato.vigente().cfe());
  }

  /** An e-Ticket whose first line has this name. */
  public static Cfe named(String name) {
    Cfe cfe = cfe(TipoCfe.E_TICKET);
    return CfeBuilder.builder(cfe)
        .items(List.of(ItemBuilder.builder(cfe.items().get(0)).nomItem(Optional.of(name)).build()))
        .build();
  }

  private Object group(Forma forma) {
    Object[] components = forma.vacio();
    for (Parte parte : forma.partes()) {
      Campo campo = parte.campo();
      if (campo.en(tipo) != Obligatoriedad.NO_VA && campo.alternativa().isEmpty()) {
        List<Object> values = new ArrayList<>();
        int times = campo.isRepetible() ? Math.min(2, campo.veces(tipo)) : 1;
        for (int i = 0; i < times; i++) {
          values.add(parte.forma().map(this::group).orElseGet(() -> value(parte)));
        }
        components[parte.indice()] = parte.holding(values);
      }
    }
    return forma.create(components);
  }

  private Object value(Parte parte) {
    Class<?> type = parte.tipo();
    Campo campo = parte.campo();
    Optional<String> code = code(campo);
    if (type == TipoCfe.class) {
      return campo.campo().equals("A-C2") ? tipo : TipoCfe.E_FACTURA;
    } else if (type == Moneda.class) {
      return new Moneda("USD");
    } else if (type == LocalDate.class) {
      return LocalDate.of(2026, 11, 24);
    } else if (type == OffsetDateTime.class) {
      return OffsetDateTime.parse("2026-11-24T10:15:00-03:00");
    } else if (type == BigDecimal.class) {
      return new BigDecimal(
          campo.dominio(tipo).codigos().stream().findFirst().orElseGet(() -> digits(campo)));
    } else if (type == Integer.class) {
      return Integer.valueOf(code.orElse("7"));
    } else if (type == Long.class) {
      return 90_120_000_194L;
    }
    return code.orElseGet(() -> text(campo));
  }

  private Optional<String> code(Campo campo) {
    Dominio dominio = campo.dominio(tipo);
    return dominio.codigos().stream().findFirst().or(dominio::desde);
  }

  private static String digits(Campo campo) {
    return "9".repeat(campo.largo() - campo.decimales()) + "." + "9".repeat(campo.decimales());
  }

  private static String text(Campo campo) {
    return campo
        .dominio()
        .forma()
        .map(f -> f.matcher("A").matches() ? "A" : "219999830019")
        .orElseGet(() -> "ñ".repeat(campo.largo()));
  }
}
