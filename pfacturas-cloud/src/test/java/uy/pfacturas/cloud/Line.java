package uy.pfacturas.cloud;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;

/** The line to a cloud, which a test cuts, holds and mends. */
final class Line {
  private final NubeClient real;
  private final Set<String> cut = ConcurrentHashMap.newKeySet();
  private final AtomicInteger signatures = new AtomicInteger();
  private final AtomicInteger deliveries = new AtomicInteger();
  private volatile boolean down;
  private volatile Optional<CountDownLatch> held = Optional.empty();

  Line(NubeClient real) {
    this.real = real;
  }

  /** No question arrives. */
  void cut() {
    down = true;
  }

  /** No question of this kind, a method of the client, arrives. */
  void cut(String method) {
    cut.add(method);
  }

  /** Questions for signatures arrive, and their answers come only with {@link #release}. */
  void holdSignatures() {
    held = Optional.of(new CountDownLatch(1));
  }

  /** The answers that were held come now. */
  void release() {
    held.ifPresent(CountDownLatch::countDown);
    held = Optional.empty();
  }

  /** Everything arrives again. */
  void mend() {
    down = false;
    cut.clear();
  }

  /** Questions for a signature that arrived. */
  int signatures() {
    return signatures.get();
  }

  /** Messages with deliveries that arrived. */
  int deliveries() {
    return deliveries.get();
  }

  NubeClient client() {
    return (NubeClient)
        Proxy.newProxyInstance(
            NubeClient.class.getClassLoader(),
            new Class<?>[] {NubeClient.class},
            (proxy, method, args) -> ask(method, args));
  }

  private Object ask(java.lang.reflect.Method method, Object[] args)
      throws ReflectiveOperationException, InterruptedException {
    if (down || cut.contains(method.getName())) {
      return new Answer.NotServed<>(Answer.Cause.UNKNOWN, "no route", Optional.empty());
    }
    Object answer;
    synchronized (this) {
      answer = call(method, args);
    }
    if (method.getName().equals("entregar")) {
      deliveries.incrementAndGet();
    }
    if (method.getName().equals("firmar")) {
      signatures.incrementAndGet();
      Optional<CountDownLatch> waits = held;
      if (waits.isPresent() && !waits.get().await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody released the answer");
      }
    }
    return answer;
  }

  private Object call(java.lang.reflect.Method method, Object[] args) {
    try {
      return method.invoke(real, args);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
