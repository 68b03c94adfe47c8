package uy.pfacturas.core.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.cfe.Cifrado;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Dominio;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Forma.Parte;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.Obligatoriedad;

/**
 * Documents made from the table by chance: structurally right, with any of the fields that their
 * type may have, without sense as invoices. The same seed gives the same documents.
 */
public final class RandomCfe {
  /** An encrypted zone K that DGI's schema takes. */
  public static final Cifrado CIFRADO =
      new Cifrado(
          "<xenc:EncryptedData xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"><xenc:CipherData>"
              + "<xenc:CipherValue>AAAA</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>");

  private static final List<String> LETTERS =
      List.of(
          "a",
          "b",
          "Z",
          "0",
          "9",
          " ",
          "ñ",
          "Á",
          "ü",
          "&",
          "<",
          ">",
          "\"",
          "'",
          "=",
          ";",
          "[",
          "]",
          ".",
          ",",
          "/",
          "\\",
          "{",
          "}",
          "€",
          "日",
          "\uD83D\uDE00",
          "\u00A0");

  private final Random random;

  /** Documents of this chance. */
  public RandomCfe(Random random) {
    this.random = random;
  }

  /** A type by chance. */
  public TipoCfe tipo() {
    return one(List.of(TipoCfe.values()));
  }

  /** The next document of this type. */
  public Cfe next(TipoCfe tipo) {
    return (Cfe) group(Formato.vigente().cfe(), tipo);
  }

  private Object group(Forma forma, TipoCfe tipo) {
    Object[] components = forma.vacio();
    List<String> present = new ArrayList<>();
    for (Parte parte : forma.partes()) {
      Campo campo = parte.campo();
      boolean free = campo.alternativa().map(a -> !present.contains(a)).orElse(true);
      if (free && isPresent(campo.en(tipo))) {
        List<Object> values = new ArrayList<>();
        for (int i = times(campo.veces(tipo)); i > 0; i--) {
          values.add(parte.forma().map(f -> group(f, tipo)).orElseGet(() -> value(parte, tipo)));
        }
        // A group that says nothing is one that is not there, in the ERP's file.
        parte.forma().map(f -> f.create(f.vacio())).ifPresent(e -> values.removeIf(e::equals));
        components[parte.indice()] = parte.holding(values);
        present.add(campo.elemento());
      }
    }
    return forma.create(components);
  }

  private boolean isPresent(Obligatoriedad must) {
    return switch (must) {
      case NO_VA -> false;
      case SIEMPRE -> true;
      case CONDICIONAL, OPCIONAL -> random.nextInt(3) == 0;
    };
  }

  private int times(int most) {
    return 1 + random.nextInt(Math.min(most, random.nextInt(20) == 0 ? 12 : 3));
  }

  private Object value(Parte parte, TipoCfe tipo) {
    Class<?> type = parte.tipo();
    Campo campo = parte.campo();
    Dominio d = campo.dominio(tipo);
    if (type == TipoCfe.class) {
      return campo.campo().equals("A-C2") ? tipo : tipo();
    } else if (type == Moneda.class) {
      return new Moneda(one(d.codigos()));
    } else if (type == Cifrado.class) {
      return CIFRADO;
    } else if (type == LocalDate.class) {
      return LocalDate.parse(d.desde().orElseThrow()).plusDays(random.nextInt(14_000));
    } else if (type == OffsetDateTime.class) {
      return OffsetDateTime.parse(d.desde().orElseThrow())
          .plusSeconds(random.nextInt(1_200_000_000))
          .withOffsetSameInstant(ZoneOffset.ofHours(random.nextInt(3) - 3))
          .truncatedTo(ChronoUnit.SECONDS);
    } else if (type == String.class) {
      return text(campo, d);
    }
    BigDecimal number = number(campo, d);
    return type == BigDecimal.class
        ? number
        : type == Long.class ? (Object) number.longValueExact() : (Object) number.intValueExact();
  }

  private String text(Campo campo, Dominio d) {
    if (!d.codigos().isEmpty()) {
      return one(d.codigos());
    } else if (d.forma().isPresent()) {
      List<String> shapes = List.of("A", "ZZ", "1A", "FOB", "N/A", "219999830019", "000000000000");
      return one(shapes.stream().filter(s -> d.forma().get().matcher(s).matches()).toList());
    }
    int length = random.nextInt(4) == 0 ? campo.largo() : 1 + random.nextInt(campo.largo());
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String letter = one(LETTERS);
      text.append(text.length() + letter.length() <= length ? letter : "x");
    }
    return text.toString().strip().isEmpty() ? "x" : text.toString().strip();
  }

  private BigDecimal number(Campo campo, Dominio d) {
    if (!d.codigos().isEmpty()) {
      return new BigDecimal(one(d.codigos()));
    }
    int scale = campo.decimales() == 0 ? 0 : random.nextInt(campo.decimales() + 1);
    int digits = 1 + random.nextInt(campo.largo() - campo.decimales());
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < digits + scale; i++) {
      drawn.append(random.nextInt(10));
    }
    BigDecimal number = new BigDecimal(new BigInteger(drawn.toString()), scale);
    BigDecimal least = d.desde().map(BigDecimal::new).orElse(number.negate());
    BigDecimal most = d.hasta().map(BigDecimal::new).orElse(number);
    BigDecimal signed = random.nextInt(4) == 0 ? number.negate() : number;
    return signed.max(least).min(most).setScale(scale, java.math.RoundingMode.UP);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The document as an ERP writes it: without what comes with number and signature. */
  public static Cfe pedido(Cfe cfe) {
    return (Cfe) pedido(Formato.vigente().cfe(), cfe, cfe.tipo());
  }

  private static Object pedido(Forma forma, Object holder, TipoCfe tipo) {
    Object[] components = forma.vacio();
    for (Parte parte : forma.partes()) {
      boolean written =
          switch (parte.campo().origen(tipo)) {
            case ERP, PROGRAMA, PROPIO -> true;
            case NUMERO, FIRMA -> false;
          };
      if (written) {
        List<Object> values = new ArrayList<>();
        for (Object value : parte.values(holder)) {
          Optional<Forma> below = parte.forma();
          values.add(below.isPresent() ? pedido(below.get(), value, tipo) : value);
        }
        components[parte.indice()] = parte.holding(values);
      }
    }
    return forma.create(components);
  }
}
