package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;
import static uk.nhs.estate.sample.SoundDomain.withServers;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Outcome;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.sample.Lookups;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundServers;

/// The sound domain, signed in other ways.
final class SigningSamples {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SigningSamples() {}

  /// Its parent has no DS record.
  static DnsFacts withoutDs(DnsFacts dns, ResourceRecord... proof) {
    var parent =
        SoundServers.with(
            SoundServers.parent("192.0.2.1"),
            Question.NS,
            SoundServers.referral(NAME, List.of(SoundDomain.NS1, SoundDomain.NS2), proof));
    return withSecurity(
        SoundDomain.withParents(dns, List.of(parent)),
        new Security.Insecure("nhs.uk proves that it has no DS record"));
  }

  /// Neither a DS record nor keys.
  static DnsFacts unsigned(ResourceRecord... proof) {
    return withoutDs(
        everyServer(
            dns(absent(NAME, "DS"), absent(NAME, "DNSKEY")),
            Question.DNSKEY,
            SoundServers.noData()),
        proof);
  }

  /// Nobody could ask for keys.
  static DnsFacts withHiddenKeys(DnsFacts dns) {
    return everyServer(dns, Question.DNSKEY, SoundServers.silence());
  }

  /// Neither its parent nor the resolver could be asked for DS records.
  static DnsFacts withHiddenDs() {
    return SoundDomain.withParents(dns(unasked(NAME, "DS")), List.of());
  }

  /// Other DS records.
  static DnsFacts ds(String... data) {
    return SoundDomain.withParents(dns(Lookups.found(NAME, "DS", data)), List.of());
  }

  /// Other keys.
  static DnsFacts keys(String... data) {
    return withHiddenKeys(dns(Lookups.found(NAME, "DNSKEY", data)));
  }

  /// No key could be asked for at all.
  static DnsFacts withoutAnyAnswerOnKeys() {
    return withHiddenKeys(dns(unasked(NAME, "DNSKEY")));
  }

  /// The same outcome of a question at every server.
  static DnsFacts everyServer(DnsFacts dns, Question question, Outcome outcome) {
    return withServers(
        dns,
        SoundServers.ALL.stream()
            .map(server -> SoundServers.with(server, question, outcome))
            .toList());
  }

  /// Every server denies names by these records.
  static DnsFacts denying(DnsFacts dns, String type, String... data) {
    return everyServer(
        dns,
        Question.DENIAL,
        SoundServers.denial(
            List.of(data).stream()
                .map(one -> SoundServers.record("2vptu5." + NAME, type, one))
                .toArray(ResourceRecord[]::new)));
  }

  /// No server says how names are denied.
  static DnsFacts withHiddenDenial(Lookup... spoilt) {
    return everyServer(dns(spoilt), Question.DENIAL, SoundServers.silence());
  }

  /// Every server signs its SOA from and until so long after the look.
  static DnsFacts signed(Duration from, Duration until) {
    return everyServer(
        dns(),
        Question.SOA,
        SoundServers.answer(
            SoundServers.record(NAME, "SOA", SoundServers.SOA), signed(NAME, from, until)));
  }

  /// A signature of the SOA from and until so long after the look.
  static ResourceRecord signed(String signer, Duration from, Duration until) {
    return SoundServers.signature(
        NAME,
        "SOA",
        DATE.format(SoundDomain.SEEN.plus(until)),
        DATE.format(SoundDomain.SEEN.plus(from)),
        signer);
  }

  /// One server, of which nothing is known but what came of the question for the SOA.
  static DnsFacts answering(Outcome soa) {
    return withServers(
        dns(),
        List.of(
            new ServerFacts(
                List.of(SoundDomain.NS1),
                "192.0.2.53",
                List.of(new Asked(Question.SOA, soa)),
                null,
                0,
                0,
                0)));
  }
}
