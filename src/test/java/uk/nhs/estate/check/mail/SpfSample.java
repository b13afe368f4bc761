package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.sample.SoundDomain;

/// Domains with SPF records.
final class SpfSample {

  /// A supplier whose servers nobody has asked about.
  static final Lookup HIDDEN = unasked("hidden.test", "TXT");

  private SpfSample() {}

  /// Sound mail with this SPF record, and what else the DNS says.
  static MailFacts spf(String terms, Lookup... others) {
    return SoundDomain.mail(
        Stream.concat(Stream.of(record(NAME, terms)), Stream.of(others)).toArray(Lookup[]::new));
  }

  /// A name that has an SPF record.
  static Lookup record(String name, String terms) {
    return found(name, "TXT", "\"v=spf1 " + terms + "\"");
  }

  /// A question that the name servers answer with an error.
  static Lookup failing(String name, String type) {
    return new Lookup(
        name,
        type,
        new Lookup.Unasked(new Obstacle(Obstacle.Kind.NAME_SERVERS_FAILED, "SERVFAIL")));
  }
}
