package uy.pfacturas.core.formato;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uy.pfacturas.core.cfe.Familia;
import uy.pfacturas.core.cfe.TipoCfe;

/**
 * How a record holds a group of the table: which component is which row. Readers, XML, check and
 * fingerprint walk records through this and know no field by name. Immutable, thread-safe.
 */
public final class Forma {
  private final MethodHandle constructor;
  private final Object[] vacio;
  private final List<Parte> partes;
  private final Map<String, Parte> porElemento;
  private final Campo.Hijos hijos;

  private Forma(MethodHandle constructor, Object[] vacio, List<Parte> partes, Campo.Hijos hijos) {
    this.constructor = constructor;
    this.vacio = vacio;
    this.partes = List.copyOf(partes);
    this.porElemento = new HashMap<>();
    this.partes.forEach(p -> porElemento.put(p.campo().elemento(), p));
    this.hijos = hijos;
  }

  /**
   * The form of a record for a group's rows.
   *
   * @throws IllegalStateException if a component has no row
   */
  static Forma of(Class<?> type, Campo.Hijos hijos) {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < components.length; i++) {
      index.put(components[i].getName(), i);
    }
    List<Parte> partes = new ArrayList<>();
    Object[] vacio = new Object[components.length];
    for (Campo campo : hijos.filas()) {
      Optional.ofNullable(index.remove(campo.componente()))
          .map(i -> Parte.of(campo, partes.size(), i, components[i]))
          .ifPresent(
              p -> {
                partes.add(p);
                vacio[p.indice()] = p.vacio();
              });
    }
    if (!index.isEmpty()) {
      throw new IllegalStateException("components without row: " + index.keySet());
    }
    return new Forma(constructor(type, components), vacio, partes, hijos);
  }

  private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parts that hold a row, in DGI's order. */
  public List<Parte> partes() {
    return partes;
  }

  /** The part that holds this row; empty for our own keys, which no record of DGI's holds. */
  public Optional<Parte> find(Campo campo) {
    return Optional.ofNullable(porElemento.get(campo.elemento()));
  }

  /** The rows of the group, our own keys included. */
  public Campo.Hijos hijos() {
    return hijos;
  }

  /**
   * The components of an empty record, to be filled in and given to {@link #create}; null where a
   * part is obligatory.
   */
  public Object[] vacio() {
    return vacio.clone();
  }

  /** The record of these components, in the order of {@link Parte#indice()}. */
  public Object create(Object[] components) {
    try {
      return constructor.invokeExact(components);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a component holds its row. */
  public enum Manera {
    /** A value that is always there. */
    UNO,
    /** An {@code Optional}. */
    QUIZAS,
    /** A {@code List}. */
    LISTA
  }

  /**
   * A component that holds a row.
   *
   * @param campo the row
   * @param orden place among the parts, from 0
   * @param indice place among the record's components, from 0
   * @param manera how it holds it
   * @param tipo class of the value
   * @param forma of a group; empty for a field
   * @param getter reads the component of a record
   * @param check the row's check of one value, in the families that {@code propios} does not name
   * @param propios the same in a family that takes other values
   */
  public record Parte(
      Campo campo,
      int orden,
      int indice,
      Manera manera,
      Class<?> tipo,
      Optional<Forma> forma,
      MethodHandle getter,
      ValorCheck check,
      Map<Familia, ValorCheck> propios) {
    static Parte of(Campo campo, int orden, int indice, RecordComponent component) {
      Manera manera =
          component.getType() == Optional.class
              ? Manera.QUIZAS
              : component.getType() == List.class ? Manera.LISTA : Manera.UNO;
      Type type = component.getGenericType();
      Class<?> held =
          (Class<?>) (type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : type);
      Class<?> value = MethodType.methodType(held).wrap().returnType();
      try {
        return new Parte(
            campo,
            orden,
            indice,
            manera,
            value,
            campo.isGrupo() ? Optional.of(Forma.of(value, campo.hijos())) : Optional.empty(),
            MethodHandles.publicLookup()
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class)),
            ValorCheck.of(campo, campo.dominio()),
            campo.propios().entrySet().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> ValorCheck.of(campo, e.getValue()))));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    /** What a record holds here: none, one or more values. */
    public List<?> values(Object holder) {
      try {
        Object held = getter.invokeExact(holder);
        return switch (manera) {
          case UNO -> List.of(held);
          case QUIZAS -> ((Optional<?>) held).map(v -> List.of((Object) v)).orElse(List.of());
          case LISTA -> (List<?>) held;
        };
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }

    /** Whether no record can be without it: it is neither optional, nor a list, nor empty. */
    public boolean isObligatoria() {
      return manera == Manera.UNO
          && forma.map(f -> f.partes().stream().anyMatch(Parte::isObligatoria)).orElse(true);
    }

    /** The component that holds these values; the first one where only one goes. */
    public Object holding(List<Object> values) {
      return switch (manera) {
        case UNO -> values.isEmpty() ? Objects.requireNonNull(vacio()) : values.get(0);
        case QUIZAS -> values.stream().findFirst();
        case LISTA -> values;
      };
    }

    /** The row's check of one value in a document of this type. */
    ValorCheck check(Optional<TipoCfe> type) {
      return type.map(t -> propios.getOrDefault(t.familia(), check)).orElse(check);
    }

    /** Name of a value in a path: with its number where it may be repeated. */
    public String paso(String path, int position) {
      String name =
          campo.isRepetible() ? campo.elemento() + "[" + (position + 1) + "]" : campo.elemento();
      return path.isEmpty() ? name : path + "." + name;
    }

    private @Nullable Object vacio() {
      return switch (manera) {
        case UNO -> isObligatoria() ? null : forma.map(f -> f.create(f.vacio())).orElseThrow();
        case QUIZAS -> Optional.empty();
        case LISTA -> List.of();
      };
    }
  }
}
