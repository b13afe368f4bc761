package uk.nhs.estate.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.RegistrationFacts;

/// A registry's answer about a domain, written as registries write it (RFC 9083 §5.3).
///
/// @param expires none for a registry that does not say
public record RdapSample(String name, @Nullable Instant expires, List<String> statuses) {

  /// Registered for another year and more, and locked.
  public static final RdapSample SOUND =
      new RdapSample(
          "trust.org",
          SoundDomain.SEEN.plus(Duration.ofDays(400)),
          List.of("client transfer prohibited", "server delete prohibited"));

  public RdapSample named(String other) {
    return new RdapSample(other, expires, statuses);
  }

  public RdapSample until(@Nullable Instant end) {
    return new RdapSample(name, end, statuses);
  }

  /// Registered for so long from when it is seen.
  public RdapSample left(Duration left) {
    return until(SoundDomain.SEEN.plus(left));
  }

  public RdapSample with(String... other) {
    return new RdapSample(name, expires, List.of(other));
  }

  /// The answer at a moment at which the registry's database was updated.
  public String json(Instant updated) {
    var expiration =
        Stream.ofNullable(expires)
            .map(end -> "{\"eventAction\": \"expiration\", \"eventDate\": \"" + end + "\"},")
            .collect(Collectors.joining());
    var status =
        statuses.stream().map(one -> '"' + one + '"').collect(Collectors.joining(", ", "[", "]"));
    return """
    {
      "objectClassName": "domain",
      "handle": "D1234-TEST",
      "ldhName": "%s",
      "status": %s,
      "entities": [
        {"objectClassName": "entity", "roles": ["abuse"]},
        {
          "objectClassName": "entity",
          "handle": "9995",
          "roles": ["registrar"],
          "publicIds": [{"type": "IANA Registrar ID", "identifier": "9995"}],
          "vcardArray": ["vcard", [
            ["version", {}, "text", "4.0"],
            ["fn", {}, "text", "Practice Registrar Ltd"]
          ]]
        }
      ],
      "events": [
        {"eventAction": "registration", "eventDate": "1999-03-01T12:00:00Z"},
        %s
        {"eventAction": "last changed", "eventDate": "2026-02-03T04:05:06+01:00"},
        {"eventAction": "last update of RDAP database", "eventDate": "%s"}
      ],
      "secureDNS": {"delegationSigned": true},
      "nameservers": [{"objectClassName": "nameserver", "ldhName": "ns1.dns.test"}],
      "rdapConformance": ["rdap_level_0"],
      "notices": [{"title": "Asked at %s"}]
    }
    """
        .formatted(name, status, expiration, updated, updated);
  }

  /// What was seen of it.
  public RegistrationFacts facts() {
    var json = json(SoundDomain.SEEN).getBytes(StandardCharsets.UTF_8);
    return facts(
        new RegistrationFacts.Answered("https://rdap.test/domain/" + name, new Part(json)));
  }

  /// What else might have come of asking about it.
  public RegistrationFacts facts(RegistrationFacts.Outcome outcome) {
    return new RegistrationFacts(SoundDomain.SEEN, name, outcome);
  }
}
