package uy.pfacturas.cloud.client;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Whether a record that came over the wire has all its fields. */
final class Whole {
  private Whole() {}

  /** True if no component is null, down to the last record; what is optional is never null. */
  static boolean isWhole(Object value) {
    if (!(value instanceof Record)) {
      return true;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = part(value, component);
      if (part == null || !isWhole(part)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object part(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("accessor failed: " + component, e);
    }
  }
}
