package uk.nhs.estate.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.observation.tls.TlsVersion;
import uk.nhs.estate.profile.TlsProfile;

/// `lists/tls-profiles.yml` as it is written.
record TlsProfilesFile(List<Entry> profiles) {

  static final String NAME = "lists/tls-profiles.yml";

  /// @param suites by the name of the version
  record Entry(
      String name,
      @Nullable String edition,
      LocalDate date,
      String source,
      List<String> versions,
      @Nullable List<String> needs,
      @Nullable Map<String, List<String>> suites,
      @Nullable List<String> groups,
      @Nullable List<String> oneOfGroups,
      int primeBits,
      @Nullable Certificates certificates) {

    TlsProfile profile() {
      var its = certificates == null ? new Certificates(0, null, null, 0) : certificates;
      return new TlsProfile(
          name,
          edition == null ? "" : edition,
          date,
          source,
          codes(versions),
          codes(needs),
          suites == null
              ? Map.of()
              : suites.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          of -> TlsVersion.code(of.getKey()), of -> suites(of.getValue()))),
          groups(groups),
          groups(oneOfGroups),
          primeBits,
          its.rsaBits(),
          set(its.curves()),
          set(its.signatures()),
          its.days());
    }

    private Set<String> suites(List<String> names) {
      return known(
          names, CipherSuite.all().stream().map(CipherSuite::name).collect(Collectors.toSet()));
    }

    private Set<String> groups(@Nullable List<String> names) {
      return known(
          Objects.requireNonNullElse(names, List.of()),
          NamedGroup.all().stream().map(NamedGroup::name).collect(Collectors.toSet()));
    }

    /// A name that nobody knows would never be met, and stand for a rule that is always broken.
    private Set<String> known(List<String> names, Set<String> all) {
      for (var each : names) {
        if (!all.contains(each)) {
          throw YamlFile.refused(
              NAME, "profile " + name + " names " + each + ", which nobody knows");
        }
      }
      return Set.copyOf(names);
    }
  }

  record Certificates(
      int rsaBits, @Nullable List<String> curves, @Nullable List<String> signatures, int days) {}

  List<TlsProfile> list() {
    return profiles.stream().map(Entry::profile).toList();
  }

  private static Set<Integer> codes(@Nullable List<String> versions) {
    return set(versions).stream().map(TlsVersion::code).collect(Collectors.toSet());
  }

  private static Set<String> set(@Nullable List<String> names) {
    return names == null ? Set.of() : Set.copyOf(names);
  }
}
