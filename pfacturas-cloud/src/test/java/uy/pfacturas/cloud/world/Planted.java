package uy.pfacturas.cloud.world;

/**
 * A world with one part that is wrong.
 *
 * @param number its place in protocol §13
 * @param name what is wrong, in the words of the protocol
 */
record Planted(String number, String name, Build build) {
  @Override
  public String toString() {
    return number + " " + name;
  }
}
