package uy.pfacturas.cloud.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.input.Syntax;
import uy.pfacturas.core.json.Json;

/** Renders status files for one mailbox. */
final class StatusText {
  /** Seconds are always written; OffsetDateTime leaves them out at full minutes. */
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private final Charset charset;
  private final char decimalSign;

  StatusText(Syntax syntax) {
    this.charset = syntax.charset().orElse(UTF_8);
    this.decimalSign = syntax.decimalComma() ? ',' : '.';
  }

  /**
   * Every key on a line of its own, in order, empty where nothing is known; CRLF; in the mailbox's
   * encoding, {@code ?} for what it has no character for.
   */
  byte[] text(StatusFile status) {
    return text(values(status));
  }

  /** The same, of any keys. */
  byte[] text(Map<String, Optional<?>> values) {
    StringBuilder lines = new StringBuilder();
    values.forEach(
        (key, value) ->
            lines.append(key).append('=').append(value.map(this::word).orElse("")).append("\r\n"));
    return lines.toString().getBytes(charset);
  }

  /** One object with the keys that are known, in order; amounts are numbers. */
  byte[] json(StatusFile status) {
    return json(values(status));
  }

  /** The same, of any keys. */
  byte[] json(Map<String, Optional<?>> values) {
    Map<String, Object> known = new LinkedHashMap<>();
    values.forEach((key, value) -> value.ifPresent(v -> known.put(key, v)));
    try {
      return (Json.MAPPER.writeValueAsString(known) + "\n").getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of plain values is JSON", e);
    }
  }

  private String word(Object value) {
    if (value instanceof BigDecimal amount) {
      return amount.toPlainString().replace('.', decimalSign);
    }
    if (value instanceof Boolean yes) {
      return yes ? "SI" : "NO";
    }
    return value.toString().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }

  private static Map<String, Optional<?>> values(StatusFile s) {
    Map<String, Optional<?>> values = new LinkedHashMap<>();
    values.put("Estado", Optional.of(s.estado().name()));
    values.put("Desde", Optional.of(TIME.format(s.desde())));
    values.put("Id", s.id());
    values.put("TipoCFE", s.tipoCfe().map(TipoCfe::codigo));
    values.put("Serie", s.serie());
    values.put("Nro", s.nro());
    values.put("FchEmis", s.fchEmis().map(Object::toString));
    values.put("TmstFirma", s.tmstFirma().map(TIME::format));
    values.put("TpoMoneda", s.tpoMoneda());
    values.put("MntTotal", s.mntTotal());
    values.put("MntPagar", s.mntPagar());
    values.put("CodigoSeguridad", s.codigoSeguridad());
    values.put("Qr", s.qr());
    values.put("CAE_ID", s.caeId());
    values.put("DNro", s.dNro());
    values.put("HNro", s.hNro());
    values.put("FecVenc", s.fecVenc().map(Object::toString));
    values.put("Xml", s.xml());
    values.put("Pdf", s.pdf());
    values.put("Impreso", s.impreso());
    values.put("DiferenciaERP", s.diferenciaErp());
    values.put("Codigo", s.codigo());
    values.put("Mensaje", s.mensaje());
    values.put("QueHacer", s.queHacer());
    return values;
  }
}
