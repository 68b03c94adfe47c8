package uy.pfacturas.cloud.world;

import java.util.Comparator;

/**
 * Names of lives that say which one is older. The cloud has to know that: a declaration that was
 * under way when its life ended, of a life that the cloud never heard of, must not end the next.
 */
final class Life {
  static final Comparator<String> ORDER =
      Comparator.comparingInt(life -> Integer.parseInt(life.substring(life.lastIndexOf('-') + 1)));

  private Life() {}

  static String name(String estacion, int n) {
    return estacion + "-" + n;
  }
}
