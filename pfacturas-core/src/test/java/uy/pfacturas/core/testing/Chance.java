package uy.pfacturas.core.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Where and with what a document is changed. */
record Chance(Random random) {
  static final List<String> VALUES =
      List.of(
          "",
          " ",
          "x",
          "0",
          "-1",
          "1",
          "2",
          "3",
          "4",
          "7",
          "8",
          "9",
          "13",
          "17",
          "1.5",
          "1.0",
          "99999999999",
          "0.001",
          "1e3",
          "+1",
          "-0",
          "5.",
          ".5",
          "0007",
          "1,5",
          "0x1",
          "NaN",
          "INF",
          "true",
          "2011-09-30",
          "2011-10-01",
          "2026-13-01",
          "2024-02-30",
          "2050-12-31",
          "2051-01-01",
          "1999-12-31",
          "2026-11-24-03:00",
          "2026-11-24Z",
          "24/11/2026",
          "2026-11-24T10:15:00-03:00",
          "2026-11-24T10:15:00.5-03:00",
          "2026-11-24T10:15:00",
          "2026-11-24T10:15:00Z",
          "A",
          "AA",
          "AAA",
          "Ñ",
          "1A",
          "A1",
          "ZZZ",
          "FOB",
          "N/A",
          "N\\A",
          "a|b",
          "UY",
          "uy",
          "AR",
          "99",
          "USD",
          "UYU",
          "UYI",
          "usd",
          "XXX",
          "101",
          "111",
          "124",
          "181",
          "182",
          "201",
          "999",
          "700",
          "701",
          "200",
          "201",
          "10",
          "22",
          "22.000",
          "10.00",
          "219999830019",
          "21999983001",
          "2199998300199",
          "1 2",
          "R",
          "D",
          "GTIN13");
  static final List<String> NAMES =
      List.of(
          "NCM",
          "ClauVenta",
          "FchValor",
          "TipoTraslado",
          "IndPropiedad",
          "DocProp",
          "DocPropExt",
          "IndCompraMEReventa",
          "IndCobPropia",
          "ViaTransp",
          "DocRecep",
          "DocRecepExt",
          "PrecioUnitario",
          "MontoItem",
          "MntTotal",
          "MntPagar",
          "RetencPercep",
          "CodItem",
          "SubTotInfo",
          "DscRcgGlobal",
          "MediosPago",
          "Referencia",
          "Compl_Fiscal",
          "Compl_Fiscal_Data",
          "EncryptedData",
          "Signature",
          "Receptor",
          "Adenda",
          "Formato",
          "IdRef",
          "Item",
          "Telefono",
          "Otro",
          "FmaPago",
          "InfoAdicional",
          "IVAalDia");
  static final List<String> WRAPPERS =
      List.of("SubTotInfo", "DscRcgGlobal", "MediosPago", "Referencia", "Compl_Fiscal", "Detalle");
  static final List<String> ATTRIBUTES =
      List.of(
          " a=\"1\"",
          " xmlns:x=\"otro\"",
          " xmlns:x=\"otro\" x:a=\"1\"",
          " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\"",
          " id=\"x\"");
  static final List<String> VERSIONS = List.of("", " version=\"1\"", " version=\"1.0 \"");

  private static final int MANY = 1_100;

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean often() {
    return random.nextInt(3) > 0;
  }

  /** Short as a rule, at times longer than any text may be. */
  int length() {
    return switch (random.nextInt(4)) {
      case 0 -> 1;
      case 1 -> random.nextInt(20);
      case 2 -> random.nextInt(160);
      default -> MANY;
    };
  }

  /** An element of DGI's. */
  Elemento element(Elemento root) {
    return one(of(root).toList());
  }

  /** An element without any below. */
  Elemento leaf(Elemento root) {
    return one(of(root).filter(Elemento::isLeaf).toList());
  }

  /** An element with others below. */
  Elemento parent(Elemento root) {
    return one(of(root).filter(e -> !e.children().isEmpty()).toList());
  }

  /** An element with others below, of these names if there is one. */
  Elemento parent(Elemento root, String names) {
    List<Elemento> found =
        of(root).filter(e -> e.name().matches(names) && !e.children().isEmpty()).toList();
    return found.isEmpty() ? parent(root) : one(found);
  }

  private static Stream<Elemento> of(Elemento root) {
    return root.all().filter(e -> !e.isForeign());
  }

  /** Digits around the limits of DGI's types, with any sign. */
  String amount() {
    int digits = one(List.of(1, 2, 3, 4, 5, 7, 10, 11, 12, 14, 15, 16, 17, 18, 25));
    int decimals = one(List.of(0, 0, 1, 2, 3, 4, 6, 7));
    String sign = one(List.of("", "", "", "-", "+"));
    String digit = one(List.of("9", "0", "1"));
    return sign + digit.repeat(digits) + (decimals == 0 ? "" : "." + digit.repeat(decimals));
  }
}
