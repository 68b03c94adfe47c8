package uy.pfacturas.cloud;

import java.lang.reflect.Proxy;
import uy.pfacturas.cloud.client.NubeClient;

/**
 * A cloud that is asked by one thread at a time.
 *
 * @param real the cloud
 */
record Locked(NubeClient real) {
  NubeClient client() {
    return (NubeClient)
        Proxy.newProxyInstance(
            NubeClient.class.getClassLoader(),
            new Class<?>[] {NubeClient.class},
            (proxy, method, args) -> {
              synchronized (this) {
                return method.invoke(real, args);
              }
            });
  }
}
