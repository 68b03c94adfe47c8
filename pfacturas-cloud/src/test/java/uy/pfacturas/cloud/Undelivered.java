package uy.pfacturas.cloud;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;

/**
 * A cloud that signs, but that no delivery reaches.
 *
 * @param real the cloud
 * @param away whether that is so now
 */
record Undelivered(NubeClient real, AtomicBoolean away) {
  NubeClient client() {
    return (NubeClient)
        Proxy.newProxyInstance(
            NubeClient.class.getClassLoader(),
            new Class<?>[] {NubeClient.class},
            (proxy, method, args) ->
                away.get() && method.getName().equals("entregar")
                    ? new Answer.NotServed<>(Answer.Cause.UNKNOWN, "no route", Optional.empty())
                    : method.invoke(real, args));
  }
}
