package uy.pfacturas.core.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Campo;
import uy.pfacturas.core.formato.Forma;
import uy.pfacturas.core.formato.Forma.Manera;
import uy.pfacturas.core.formato.Forma.Parte;
import uy.pfacturas.core.formato.Obligatoriedad;
import uy.pfacturas.core.rut.Rut;

/**
 * Records of any table, filled at random with what each row takes; what rows say together is not.
 */
public final class RandomMessage {
  private static final List<String> RUTS =
      List.of("219999830019", "210000000027", "214844360018", "219999820013");
  private static final String LETTERS = "abcÑñáé€ &<>\"'\n\t\r]0123456789";

  private final Random random;
  private final Function<Parte, Optional<Object>> own;

  /** Random by this. */
  public RandomMessage(Random random) {
    this(random, parte -> Optional.empty());
  }

  /** Random by this, but for the parts for which the test has values of its own. */
  public RandomMessage(Random random, Function<Parte, Optional<Object>> own) {
    this.random = random;
    this.own = own;
  }

  /** A record of a form for a type of document. */
  public <T> T of(Class<T> type, Forma forma, TipoCfe tipo) {
    return type.cast(group(forma, tipo));
  }

  private Object group(Forma forma, TipoCfe tipo) {
    Object[] components = forma.vacio();
    for (Parte parte : forma.partes()) {
      int count = count(parte, tipo);
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        values.add(
            own.apply(parte)
                .or(() -> parte.forma().map(f -> group(f, tipo)))
                .orElseGet(() -> value(parte, parte.tipo())));
      }
      if (count > 0) {
        components[parte.indice()] = parte.holding(values);
      }
    }
    return forma.create(components);
  }

  private int count(Parte parte, TipoCfe tipo) {
    Obligatoriedad must = parte.campo().en(tipo);
    if (must == Obligatoriedad.NO_VA) {
      return 0;
    }
    int least = must == Obligatoriedad.SIEMPRE || parte.isObligatoria() ? 1 : 0;
    int most = parte.manera() == Manera.LISTA ? Math.min(4, parte.campo().veces()) : 1;
    return least + random.nextInt(most - least + 1);
  }

  private Object value(Parte parte, Class<?> type) {
    Campo campo = parte.campo();
    if (type.isEnum()) {
      Object[] all = type.getEnumConstants();
      return all[random.nextInt(all.length)];
    } else if (type == Rut.class) {
      return new Rut(RUTS.get(random.nextInt(RUTS.size())));
    } else if (type == Binario.class) {
      byte[] bytes = new byte[random.nextInt(100)];
      random.nextBytes(bytes);
      return Binario.of(bytes);
    } else if (type == LocalDate.class) {
      return LocalDate.of(2012, 1, 1).plusDays(random.nextInt(12_000));
    } else if (type == OffsetDateTime.class) {
      return OffsetDateTime.of(2012, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(random.nextInt(6) - 4))
          .plusSeconds(random.nextInt(1_000_000_000));
    } else if (type == BigDecimal.class) {
      return amount(campo);
    } else if (type == String.class) {
      return text(campo);
    }
    return whole(campo, type);
  }

  private Object whole(Campo campo, Class<?> type) {
    Optional<String> code = code(campo);
    long least = campo.dominio().desde().map(Long::parseLong).orElse(0L);
    long most = BigDecimal.TEN.pow(campo.largo()).longValueExact() - 1;
    long limit = campo.dominio().hasta().map(Long::parseLong).orElse(most);
    long value =
        code.map(Long::parseLong)
            .orElseGet(() -> least + Math.floorMod(random.nextLong(), limit - least + 1));
    return type == Integer.class ? (Object) Math.toIntExact(value) : (Object) value;
  }

  private BigDecimal amount(Campo campo) {
    if (campo.elemento().startsWith("IVATasa")) {
      return new BigDecimal(campo.elemento().endsWith("Min") ? "10.000" : "22");
    }
    int digits = 1 + random.nextInt(campo.largo());
    BigInteger unscaled = new BigInteger(digits * 3, random);
    return new BigDecimal(unscaled, Math.min(campo.decimales(), digits));
  }

  private Optional<String> code(Campo campo) {
    List<String> codes = campo.dominio().codigos();
    return codes.isEmpty()
        ? Optional.empty()
        : Optional.of(codes.get(random.nextInt(codes.size())));
  }

  private String text(Campo campo) {
    Optional<String> code = code(campo);
    if (code.isPresent()) {
      return code.get();
    } else if (campo.dominio().forma().isPresent()) {
      return campo.elemento().equals("Serie") ? "AB" : "E0" + random.nextInt(10);
    }
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(Math.min(60, campo.largo() == 0 ? 60 : campo.largo() + 1));
        n > 0;
        n--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString().isBlank() ? "" : text.toString();
  }
}
