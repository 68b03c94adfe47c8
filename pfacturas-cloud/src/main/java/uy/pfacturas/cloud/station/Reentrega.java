package uy.pfacturas.cloud.station;

/**
 * How far the second delivery is, after the cloud was restored: the store is looked through once
 * for documents that an older life acknowledged, then those are delivered.
 *
 * @param epoca the life that is to get them
 * @param despues id up to which the store was looked through
 * @param vistos whether all of it was
 * @param quedan documents found and not delivered yet
 */
record Reentrega(long epoca, String despues, boolean vistos, long quedan) {
  static Reentrega begin(long epoca) {
    return new Reentrega(epoca, "", false, 0);
  }

  Reentrega seen(String id, long found) {
    return new Reentrega(epoca, id, vistos, quedan + found);
  }

  Reentrega seenAll() {
    return new Reentrega(epoca, despues, true, quedan);
  }

  Reentrega fewer() {
    return new Reentrega(epoca, despues, vistos, quedan - 1);
  }

  boolean isDone() {
    return vistos && quedan == 0;
  }
}
