package uy.pfacturas.cloud.world;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.protocol.Rechazo;

/** How a cloud says no, and what it finds alarming. */
abstract class Voice {
  private final Set<String> alarms = new HashSet<>();

  abstract long epoca();

  /** What no correct station says, and no correct cloud holds. */
  final Set<String> alarms() {
    return alarms;
  }

  final <T> Answer<T> notNow() {
    return new Answer.NotServed<>(Answer.Cause.NOT_NOW, "503", Optional.empty());
  }

  final <T> Answer<T> alarm(int status, String codigo, Numero numero) {
    alarms.add(codigo + ": " + numero.texto());
    return refuse(status, codigo, numero);
  }

  final <T> Answer<T> refuse(int status, String codigo, Numero numero) {
    return refuse(status, codigo, Optional.of(numero));
  }

  final <T> Answer<T> refuse(int status, String codigo, Optional<Numero> numero) {
    return new Answer.Refused<>(
        status, new Rechazo(epoca(), codigo, codigo, "Mire.", numero, List.of(), Optional.empty()));
  }
}
