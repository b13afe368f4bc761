package uk.nhs.estate.observation.certificate;

import java.util.ArrayList;
import java.util.List;

/// Which names an authority may certify, and everybody below it (RFC 5280 §4.2.1.10).
///
/// @param permitted of each form of names that is among them, nothing else may be certified
/// @param excluded these may not
public record NameConstraints(List<AlternativeName> permitted, List<AlternativeName> excluded) {
  public NameConstraints {
    permitted = List.copyOf(permitted);
    excluded = List.copyOf(excluded);
  }

  static NameConstraints read(Der value) throws MalformedException {
    var permitted = new ArrayList<AlternativeName>();
    var excluded = new ArrayList<AlternativeName>();
    for (var part : Extension.parts(value)) {
      switch (part.mark()) {
        case 0 -> read(part, permitted);
        case 1 -> read(part, excluded);
        default -> throw new MalformedException("it has a part that is not known");
      }
    }
    return new NameConstraints(permitted, excluded);
  }

  private static void read(Der subtrees, List<AlternativeName> into) throws MalformedException {
    if (subtrees.parts().isEmpty()) {
      throw new MalformedException("it lists no names");
    }
    for (var subtree : subtrees.parts()) {
      var parts = Extension.parts(subtree);
      into.add(AlternativeName.read(parts.getFirst()));
      for (var bound : parts.subList(1, parts.size())) {
        // "minimum MUST be zero, and maximum MUST be absent"
        if (bound.mark() != 0 || bound.number().signum() != 0) {
          throw new MalformedException("it limits how deep a name may be");
        }
      }
    }
  }
}
