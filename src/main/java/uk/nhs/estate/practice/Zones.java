package uk.nhs.estate.practice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// The zones that one server has.
final class Zones {

  private final Map<Name, PracticeZone> byOrigin = new ConcurrentHashMap<>();

  void put(PracticeZone zone) {
    byOrigin.put(zone.origin(), zone);
  }

  void remove(Name origin) {
    byOrigin.remove(origin);
  }

  @Nullable PracticeZone at(Name origin) {
    return byOrigin.get(origin);
  }

  /// The deepest zone that holds a name; a DS record is held by the parent (RFC 4035 §3.1.4.1).
  @Nullable PracticeZone holding(Name name, int type) {
    if (type == Type.DS && byOrigin.containsKey(name) && name.labels() > 1) {
      var above = closest(byOrigin, new Name(name, 1));
      if (above != null) {
        return above;
      }
    }
    return closest(byOrigin, name);
  }

  /// What is kept for a name or else for the closest name above it.
  static <T> @Nullable T closest(Map<Name, T> byName, Name name) {
    for (int strip = 0; strip < name.labels(); strip++) {
      var found = byName.get(new Name(name, strip));
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
