package uy.pfacturas.core.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uy.pfacturas.core.cfe.Cfe;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Forma.Parte;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.json.Json;
import uy.pfacturas.core.tree.Lexicon;
import uy.pfacturas.core.xml.CfeXml;

/** The file in which an ERP would write a document, in each of the three formats. */
public enum ErpFiles {
  TXT {
    @Override
    public byte[] write(Cfe cfe) {
      StringBuilder out = new StringBuilder("[Pedido]\nTipo=").append(request(cfe)).append('\n');
      for (Parte section : Formato.vigente().cfe().partes()) {
        for (Object value : section.values(cfe)) {
          out.append('[').append(section.campo().elemento()).append("]\n");
          section.forma().ifPresent(f -> lines(f, value, "", out));
        }
      }
      return out.append("[Fin]\n").toString().getBytes(StandardCharsets.UTF_8);
    }
  },
  JSON {
    @Override
    public byte[] write(Cfe cfe) {
      Map<String, Object> root = new LinkedHashMap<>();
      root.put("Pedido", Map.of("Tipo", request(cfe)));
      root.putAll(object(Formato.vigente().cfe(), cfe));
      try {
        return Json.MAPPER.writeValueAsBytes(root);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  },
  XML {
    @Override
    public byte[] write(Cfe cfe) {
      String document = new String(CfeXml.render(cfe), StandardCharsets.UTF_8);
      String request =
          "<Pedido><Tipo>" + request(cfe) + "</Tipo>" + document.replaceFirst("<\\?xml[^>]*>", "");
      return (request + "</Pedido>").getBytes(StandardCharsets.UTF_8);
    }
  };

  /** The file, which asks to issue it, or to inform it if it is a CFC. */
  public abstract byte[] write(Cfe cfe);

  /** A name that tells the format. */
  public String fileName() {
    return "a." + name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String request(Cfe cfe) {
    return cfe.tipo().isContingencia() ? "cfc" : "cfe";
  }

  private static void lines(Forma forma, Object holder, String prefix, StringBuilder out) {
    for (Parte parte : forma.partes()) {
      int n = 1;
      for (Object value : parte.values(holder)) {
        String number = parte.campo().isRepetible() ? "." + n++ : "";
        String key = prefix + parte.campo().elemento() + number;
        if (parte.forma().isPresent()) {
          lines(parte.forma().get(), value, key + ".", out);
        } else {
          out.append(key).append('=').append(Lexicon.render(value)).append('\n');
        }
      }
    }
  }

  private static Map<String, Object> object(Forma forma, Object holder) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Parte parte : forma.partes()) {
      List<Object> all = new ArrayList<>();
      for (Object value : parte.values(holder)) {
        all.add(
            parte
                .forma()
                .map(f -> (Object) object(f, value))
                .orElseGet(() -> Lexicon.render(value)));
      }
      if (!all.isEmpty()) {
        object.put(parte.campo().elemento(), parte.campo().isRepetible() ? all : all.get(0));
      }
    }
    return object;
  }
}
