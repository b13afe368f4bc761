package uk.nhs.estate.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.nhs.estate.register.PreloadedNames;

/// `lists/hsts-preload.yml` as it is written.
record HstsPreloadFile(
    String source,
    String asOf,
    String licence,
    List<String> topLevelDomains,
    List<String> publicSuffixes,
    List<String> names,
    List<String> alone) {

  static final String NAME = "lists/hsts-preload.yml";

  PreloadedNames list() {
    var below = new HashSet<String>(topLevelDomains);
    below.addAll(publicSuffixes);
    below.addAll(names);
    return new PreloadedNames(below, Set.copyOf(alone));
  }
}
