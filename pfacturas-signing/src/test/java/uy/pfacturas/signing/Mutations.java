package uy.pfacturas.signing;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes of a signed document at random places; the same seed gives the same changes. */
final class Mutations {
  private static final String ALPHABET = "aZ09 <>&\"'/=ñ\n\t-;#";

  private final String xml;
  private final Random random;

  Mutations(String xml, long seed) {
    this.xml = xml;
    this.random = new Random(seed);
  }

  /** Writes the same document in another way: its canonical form stays. */
  String rewrite() {
    List<Supplier<String>> ways =
        List.of(
            this::comment,
            this::spaceInTag,
            this::otherQuotes,
            this::reference,
            this::cdata,
            this::emptyElementInFull,
            this::swappedAttributes,
            this::repeatedNamespace,
            () -> xml.replace("\n", "\r\n"),
            () -> xml + "\n<!-- fin -->\n",
            () -> "<?xml version='1.0' encoding=\"utf-8\"?>\n" + xml,
            this::spaceInBase64);
    return ways.get(random.nextInt(ways.size())).get();
  }

  private String comment() {
    MatchResult tag = any("<ns0:(CFE|eTck|item)\\b[^<]*[^/]>|<(SignedInfo|Transforms|KeyInfo)>");
    return insert(tag.end(), "<!-- nota -->");
  }

  private String spaceInTag() {
    return insert(any("<[A-Za-z][^<]*?(?=/?>)").end(), " \n\t");
  }

  private String otherQuotes() {
    MatchResult value = any("(?<==)\"([^\"'<>]*)\"");
    return replace(value, "'" + value.group(1) + "'");
  }

  private String reference() {
    MatchResult letter = any("(?<=>[^<>&]{0,20})\\p{L}(?=[^<>&]*<)");
    return replace(letter, "&#x" + Integer.toHexString(letter.group().codePointAt(0)) + ";");
  }

  private String cdata() {
    MatchResult text = any("(?<=[0-9a-z]>)[^<>&]+(?=</)");
    return replace(text, "<![CDATA[" + text.group() + "]]>");
  }

  private String emptyElementInFull() {
    MatchResult empty = any("<(\\S+)([^<>]*)/>");
    return replace(empty, "<" + empty.group(1) + empty.group(2) + "></" + empty.group(1) + ">");
  }

  private String swappedAttributes() {
    MatchResult pair = any("(\\S+=\"[^\"]*\") (\\S+=\"[^\"]*\")");
    return replace(pair, pair.group(2) + " " + pair.group(1));
  }

  private String repeatedNamespace() {
    return insert(any("<ns0:[a-z]\\w*").end(), " xmlns:ns0=\"http://cfe.dgi.gub.uy\"");
  }

  private String spaceInBase64() {
    MatchResult value = any("(?<=<(SignatureValue|X509Certificate)>)[^<]+");
    return insert(value.start() + random.nextInt(value.group().length()), "\n ");
  }

  /** Changes a character, or takes one away, or adds one, in what the signature covers. */
  String damage() {
    int at = signedPlace();
    String letter = String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    return switch (random.nextInt(3)) {
      case 0 -> insert(at, letter);
      case 1 -> xml.substring(0, at) + letter + xml.substring(at + 1);
      default -> xml.substring(0, at) + xml.substring(at + 1);
    };
  }

  /** A place outside the signature, or inside its SignedInfo. */
  private int signedPlace() {
    int signature = xml.indexOf("<Signature ");
    int signedInfo = xml.indexOf("<SignedInfo>") + "<SignedInfo>".length();
    return random.nextInt(3) > 0
        ? random.nextInt(signature)
        : signedInfo + random.nextInt(xml.indexOf("</SignedInfo>") - signedInfo);
  }

  private MatchResult any(String regex) {
    List<MatchResult> places = Pattern.compile(regex).matcher(xml).results().toList();
    return places.get(random.nextInt(places.size()));
  }

  private String insert(int at, String text) {
    return xml.substring(0, at) + text + xml.substring(at);
  }

  private String replace(MatchResult part, String text) {
    return xml.substring(0, part.start()) + text + xml.substring(part.end());
  }
}
