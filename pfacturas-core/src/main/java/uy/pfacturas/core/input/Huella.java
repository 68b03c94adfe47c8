package uy.pfacturas.core.input;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.pedido.Pedido;
import uy.pfacturas.core.tree.Lexicon;

/**
 * Fingerprint of what a file says of its document: path and value of every field in DGI's order,
 * amounts without trailing zeros, then references by id, adenda, branch and the id that is
 * replaced. Neither the id itself, nor the till, nor how to print: asking for the same document
 * from another till is asking for the same document.
 */
final class Huella {
  private final StringBuilder text = new StringBuilder();

  private Huella() {}

  /** The fingerprint, 64 lower-case hexadecimal digits. */
  static String of(Cfe cfe, List<Pedido.IdRef> idRefs, Optional<String> adenda, Cabecera cabecera) {
    Huella huella = new Huella();
    huella.group(Formato.vigente().cfe(), cfe, "");
    idRefs.forEach(r -> huella.line("IdRef[" + (r.referencia() + 1) + "]", r.id()));
    adenda.ifPresent(a -> huella.line("Adenda", a));
    cabecera.sucursal().ifPresent(s -> huella.line("Sucursal", s));
    cabecera.idAnterior().ifPresent(i -> huella.line("IdAnterior", i));
    return huella.sha256();
  }

  private void group(Forma forma, Object holder, String path) {
    for (Forma.Parte parte : forma.partes()) {
      List<?> values = parte.values(holder);
      for (int i = 0; i < values.size(); i++) {
        String here = parte.paso(path, i);
        Object value = values.get(i);
        parte.forma().ifPresentOrElse(f -> group(f, value, here), () -> line(here, value));
      }
    }
  }

  private void line(String path, Object value) {
    Object plain = value instanceof BigDecimal b ? b.stripTrailingZeros() : value;
    String escaped = Lexicon.render(plain).replace("\\", "\\\\").replace("\n", "\\n");
    text.append(path).append('=').append(escaped).append('\n');
  }

  private String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
