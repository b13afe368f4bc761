package uk.nhs.estate.sample;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.pick;

import java.time.Instant;
import java.util.List;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;

/// A domain with which nothing is wrong.
public final class SoundDomain {

  public static final String NAME = "trust.nhs.uk";
  public static final String DMARC = "_dmarc." + NAME;
  public static final String NS1 = "ns1.dns.test";
  public static final String NS2 = "ns2.dns.test";
  public static final Domain DOMAIN = new Domain(new DomainName(NAME));
  public static final Instant SEEN = Instant.parse("2026-11-24T09:00:00Z");

  private static final List<Lookup> LOOKUPS =
      List.of(
          found(NAME, "SOA", NS1 + ". dns.trust.nhs.uk. 2026112401 7200 3600 1209600 3600"),
          found(NAME, "NS", NS1 + ".", NS2 + "."),
          found(NS1, "A", "192.0.2.53"),
          found(NS1, "AAAA", "2001:db8:1::53"),
          found(NS2, "A", "198.51.100.53"),
          found(NS2, "AAAA", "2001:db8:2::53"),
          found(NAME, "CAA", "0 issue \"ca.test\""),
          found(NAME, "MX", "10 mail.trust.nhs.uk."),
          found(NAME, "TXT", "\"v=spf1 ip4:192.0.2.25 -all\"", "\"site-verification=123\""),
          found(DMARC, "TXT", "\"v=DMARC1; p=reject; rua=mailto:dmarc@trust.nhs.uk\""));

  private SoundDomain() {}

  /// Its DNS, with some answers spoilt.
  public static DnsFacts dns(Lookup... spoilt) {
    var lookups = Lookups.replace(LOOKUPS, spoilt);
    return new DnsFacts(
        SEEN,
        pick(lookups, NAME, "SOA"),
        pick(lookups, NAME, "NS"),
        lookups.stream().filter(lookup -> lookup.type().startsWith("A")).toList(),
        pick(lookups, NAME, "CAA"));
  }

  /// Its mail, with some answers spoilt.
  public static MailFacts mail(Lookup... spoilt) {
    var lookups = Lookups.replace(LOOKUPS, spoilt);
    return new MailFacts(
        SEEN, pick(lookups, NAME, "MX"), pick(lookups, NAME, "TXT"), pick(lookups, DMARC, "TXT"));
  }

  /// Its registration: that of a name which has one, unlike those under `nhs.uk`.
  public static RegistrationFacts registration() {
    return RdapSample.SOUND.facts();
  }

  /// All of it, with some facts spoilt.
  public static Observation observation(Facts... spoilt) {
    return Observations.of(DOMAIN, List.of(dns(), mail(), registration()), spoilt);
  }

  /// All of it but one thing, which was hidden.
  public static Observation without(Topic hidden) {
    return Observations.without(observation(), hidden);
  }
}
