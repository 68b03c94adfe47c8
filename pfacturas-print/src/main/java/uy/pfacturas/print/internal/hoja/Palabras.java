package uy.pfacturas.print.internal.hoja;

import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.empresa.Regimen;

/**
 * DGI's codes in words (print code P). Spanish whatever the locale: the paper is a document of
 * Uruguayan law.
 */
final class Palabras {
  private static final Locale ES = Locale.forLanguageTag("es-UY");

  /** Table D of the format. */
  private static final Map<String, String> MONEDAS =
      Map.ofEntries(
          Map.entry("ARS", "Peso argentino"),
          Map.entry("BRL", "Real brasileño"),
          Map.entry("CAD", "Dólar canadiense"),
          Map.entry("CLP", "Peso chileno"),
          Map.entry("CNY", "Yuan renminbi de China"),
          Map.entry("COP", "Peso colombiano"),
          Map.entry("EUR", "Euro"),
          Map.entry("JPY", "Yen japonés"),
          Map.entry("MXN", "Peso mexicano"),
          Map.entry("PYG", "Guaraní paraguayo"),
          Map.entry("PEN", "Nuevo sol peruano"),
          Map.entry("USD", "Dólar estadounidense"),
          Map.entry("UYU", "Peso uruguayo"),
          Map.entry("VEF", "Bolívar fuerte venezolano"),
          Map.entry("UYI", "Unidad Indexada uruguaya"),
          Map.entry("UYR", "Unidad Reajustable uruguaya"));

  private Palabras() {}

  /** A-C11. */
  static String formaPago(int code) {
    return switch (code) {
      case 1 -> "Contado";
      case 2 -> "Crédito";
      default -> Integer.toString(code);
    };
  }

  /** A-C60. */
  static String tipoDocumento(int code) {
    return switch (code) {
      case 1 -> "NIE";
      case 2 -> "RUC";
      case 3 -> "C.I.";
      case 5 -> "Pasaporte";
      case 6 -> "DNI";
      case 7 -> "NIFE";
      default -> "Otros";
    };
  }

  /** B-C4; empty where the regime says it for all lines. No word of IVA: A-C10 = 3 forbids it. */
  static String facturacion(int code) {
    return switch (code) {
      case 1 -> "Exento";
      case 2 -> "Tasa mínima";
      case 3 -> "Tasa básica";
      case 4 -> "Otra tasa";
      case 5 -> "Entrega gratuita";
      case 6, 7 -> "No facturable";
      case 10 -> "Exportación";
      case 11 -> "Imp. percibido";
      case 12 -> "En suspenso";
      default -> "";
    };
  }

  /** A-C110, with its code. */
  static String moneda(Moneda moneda) {
    String code = moneda.codigo();
    String name = MONEDAS.get(code);
    if (name == null) {
      name =
          Currency.getAvailableCurrencies().stream()
              .filter(c -> c.getCurrencyCode().equals(code))
              .map(c -> c.getDisplayName(ES))
              .findAny()
              .orElse(code);
    }
    return name.equals(code) ? code : name + " (" + code + ")";
  }

  /** ISO 3166 country, A-C61; DGI's 99 for one that has no code. */
  static String pais(String code) {
    try {
      return code.equals("99")
          ? "otro país"
          : new Locale.Builder().setRegion(code).build().getDisplayCountry(ES);
    } catch (IllformedLocaleException e) {
      return code;
    }
  }

  /** The legend of a regime (identification of the issuer); empty in the general one. */
  static String regimen(Regimen regimen) {
    return switch (regimen) {
      case GENERAL -> "";
      case EXONERADO -> "Contribuyente Exonerado";
      case IVA_MINIMO -> "Contribuyente IVA MINIMO";
      case MONOTRIBUTO -> "MONOTRIBUTO";
      case MONOTRIBUTO_MIDES -> "MONOTRIBUTO SOCIAL MIDES";
    };
  }

  /** A-C17: what stands in place of the legend when the issuer cannot state it. */
  static String ivaAlDia(int code) {
    return switch (code) {
      case 2 -> "No IVA al día mandante";
      case 3 -> "No IVA al día emisor y mandante";
      default -> "No IVA al día emisor";
    };
  }
}
