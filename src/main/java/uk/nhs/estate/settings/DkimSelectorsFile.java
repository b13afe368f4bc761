package uk.nhs.estate.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.KnownSelectors;
import uk.nhs.estate.register.NamePattern;

/// `lists/dkim-selectors.yml` as it is written.
record DkimSelectorsFile(Map<String, Source> sources, List<Entry> providers, Generic generic) {

  static final String NAME = "lists/dkim-selectors.yml";

  /// Where selectors were found.
  record Source(String title, String date, String licence) {}

  /// @param sources keys of the sources that name its selectors
  record Entry(
      String name,
      @Nullable List<String> mx,
      @Nullable List<String> spf,
      List<String> selectors,
      List<String> sources) {

    KnownSelectors.Provider provider() {
      return new KnownSelectors.Provider(name, patterns(mx), patterns(spf), selectors);
    }

    private static List<NamePattern> patterns(@Nullable List<String> names) {
      return names == null ? List.of() : names.stream().map(NamePattern::new).toList();
    }
  }

  /// @param source the key of the source that names them
  record Generic(String source, List<String> selectors) {}

  KnownSelectors list() {
    for (var entry : providers) {
      entry.sources().forEach(key -> check("providers: " + entry.name(), key));
    }
    check("generic", generic.source());
    return new KnownSelectors(
        providers.stream().map(Entry::provider).toList(), generic.selectors());
  }

  private void check(String where, String key) {
    if (!sources.containsKey(key)) {
      throw YamlFile.refused(NAME, where + " names the source " + key + ", which is not there");
    }
  }
}
