package uy.pfacturas.cloud;

import java.lang.reflect.Proxy;
import java.util.Optional;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;

/**
 * A cloud that serves nobody.
 *
 * @param cause why
 * @param reason the same, for a person
 */
record Away(Answer.Cause cause, String reason) {
  /** One that nobody reaches. */
  Away() {
    this(Answer.Cause.UNKNOWN, "no route");
  }

  NubeClient client() {
    return (NubeClient)
        Proxy.newProxyInstance(
            NubeClient.class.getClassLoader(),
            new Class<?>[] {NubeClient.class},
            (proxy, method, args) -> new Answer.NotServed<>(cause, reason, Optional.empty()));
  }
}
