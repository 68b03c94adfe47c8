package uy.pfacturas.core.preparation;

import java.util.Map;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.Place;

/** Finds where in the ERP's file a fault stands: at its datum, else at the group that lacks it. */
final class Places {
  private final Map<String, Place> places;
  private final boolean isSplit;

  /**
   * Over these places.
   *
   * @param isSplit whether global discounts were split, so that their positions are not the file's
   */
  Places(Map<String, Place> places, boolean isSplit) {
    this.places = places;
    this.isSplit = isSplit;
  }

  Fault locate(Fault fault) {
    boolean isMoved = isSplit && fault.path().startsWith("DRG_Item[");
    return fault.place().isKnown() || isMoved ? fault : fault.at(find(fault.path()));
  }

  private Place find(String path) {
    for (String at = path; !at.isEmpty(); at = parent(at)) {
      Place place = places.get(at);
      if (place != null) {
        return place;
      }
    }
    return Place.NONE;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
  }
}
