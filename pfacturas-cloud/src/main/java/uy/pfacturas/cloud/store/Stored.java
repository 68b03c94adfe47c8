package uy.pfacturas.cloud.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import uy.pfacturas.core.json.Json;

/** Values as bytes: JSON, and for what is large, deflated JSON. */
final class Stored {
  private static final byte DEFLATED = 0x78;

  private Stored() {}

  static byte[] write(Object value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("value has no JSON: " + value.getClass(), e);
    }
  }

  /** The same, deflated: for what is large. */
  static byte[] pack(Object value) {
    byte[] json = write(value);
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 2);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, fast)) {
      deflater.write(json);
    } catch (IOException e) {
      throw new IllegalStateException("memory failed as a stream", e);
    } finally {
      fast.end();
    }
    return out.toByteArray();
  }

  static <T> T read(byte[] bytes, Class<T> type) {
    try {
      boolean deflated = bytes.length > 0 && bytes[0] == DEFLATED;
      return deflated
          ? Json.MAPPER.readValue(
              new InflaterInputStream(new java.io.ByteArrayInputStream(bytes)), type)
          : Json.MAPPER.readValue(bytes, type);
    } catch (IOException e) {
      throw StoreException.damaged(
          "El almacén tiene un valor que no se puede leer (" + type.getSimpleName() + ").", e);
    }
  }
}
