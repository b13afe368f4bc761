package uk.nhs.estate.register;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// By which domains certification authorities know themselves in CAA records, from a dated list.
/// Who is not on it is unknown, never guessed.
///
/// @param byOrganisation the domains by the name of the organisation in lower case
public record CertificateIssuers(Map<String, Set<String>> byOrganisation) {

  public CertificateIssuers {
    byOrganisation = Map.copyOf(byOrganisation);
  }

  /// One line of the list.
  ///
  /// @param organisations as certificates name them
  /// @param domains in lower case
  public record Entry(List<String> organisations, List<String> domains) {}

  /// @throws Refusal if the list names an organisation twice
  public static CertificateIssuers of(List<Entry> entries) {
    var domains = new HashMap<String, Set<String>>();
    for (var entry : entries) {
      for (var organisation : entry.organisations()) {
        if (domains.put(key(organisation), Set.copyOf(entry.domains())) != null) {
          throw new Refusal(
              "caa-issuers", Refusal.quote(organisation) + " is twice on the list of issuers.");
        }
      }
    }
    return new CertificateIssuers(domains);
  }

  /// The domains of an organisation; none when it is not known.
  public Set<String> domains(String organisation) {
    return byOrganisation.getOrDefault(key(organisation), Set.of());
  }

  private static String key(String organisation) {
    return organisation.strip().toLowerCase(Locale.ROOT);
  }
}
