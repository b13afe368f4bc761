package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import uk.nhs.estate.TestService;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Claim;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.Visits;
import uk.nhs.estate.scan.Rules;
import uk.nhs.estate.scan.Settlement;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.TargetRow;

/// Brings entries and scans into the service that the tests share.
final class SeededEstate {
  static final String ACTOR = "a test";
  static final Instant DAY_0 = Instant.parse("2026-11-01T09:00:00Z");

  private static final TestService SERVICE = TestService.shared();

  private SeededEstate() {}

  static void organisation(String code, String name, Organisation.Parent... parents) {
    organisation(code, name, OrganisationType.TRUST, OrganisationStatus.ACTIVE, parents);
  }

  static void organisation(
      String code,
      String name,
      OrganisationType type,
      OrganisationStatus status,
      Organisation.Parent... parents) {
    SERVICE
        .bean(Register.class)
        .enter(
            new Organisation(
                new OdsCode(code),
                name,
                type,
                status,
                LocalDate.of(2013, 4, 1),
                null,
                List.of(parents),
                "LS1 4AP",
                null),
            ACTOR);
  }

  static TargetRow domain(String name) {
    return SERVICE.bean(Register.class).enter(new Domain(new DomainName(name)), ACTOR);
  }

  static TargetRow site(String host, String domain) {
    return SERVICE
        .bean(Register.class)
        .enter(new Site(new DomainName(host), new DomainName(domain)), ACTOR);
  }

  static void claim(String organisation, Target target, Relation relation) {
    SERVICE
        .bean(Register.class)
        .enter(
            new Claim(new OdsCode(organisation), target, relation, "said so", null, null), ACTOR);
  }

  /// A scan of a domain on a day: with mail in order, or without SPF and DMARC.
  static UUID scan(TargetRow domain, int day, boolean sound) {
    var name = domain.name();
    var at = DAY_0.plus(Duration.ofDays(day));
    var dns = SoundDomain.named(name, found(name, "CAA", "0 issue \"ca.test\"")).seenAt(at);
    var mail =
        new MailFacts(
            at,
            found(name, "MX", "0 ."),
            sound ? found(name, "TXT", "\"v=spf1 -all\"") : absent(name, "TXT"),
            sound
                ? found("_dmarc." + name, "TXT", "\"v=DMARC1; p=reject\"")
                : absent("_dmarc." + name, "TXT"),
            List.of(
                absent(name, "SPF"),
                found(name, "A", "192.0.2.80"),
                absent(name, "AAAA"),
                absent("default._bimi." + name, "TXT"),
                absent("_domainkey." + name, "TXT"),
                absent("*._domainkey." + name, "TXT"),
                absent("_dmarc.test", "TXT")),
            List.of(),
            null,
            List.of());
    return settle(
        domain,
        new Observation(
            domain.target(),
            at,
            List.of(
                new Sighting.Seen(Topic.DNS, dns),
                new Sighting.Seen(Topic.MAIL, mail),
                new Sighting.Seen(Topic.REGISTRATION, SoundDomain.reserved(name).seenAt(at)))));
  }

  /// A scan of a site on a day, whose page has a sound header.
  static UUID siteScan(TargetRow site, int day) {
    var at = DAY_0.plus(Duration.ofDays(day));
    var url = "https://" + site.name() + "/";
    var page = Visits.from(url, SoundSite.PAGE);
    var plain = Visits.hop("http://" + site.name() + "/", 301, "Location: " + url);
    var txt = Visits.answered(Visits.hop(url + ".well-known/security.txt", 404));
    return settle(
        site,
        new Observation(
            site.target(),
            at,
            List.of(
                new Sighting.Seen(
                    Topic.HTTP,
                    new HttpFacts(
                        at,
                        site.name(),
                        Visits.answered(plain, page),
                        Visits.answered(SoundSite.MARKUP, page),
                        txt)))));
  }

  /// A scan that an obstacle hid everything from.
  static UUID hiddenScan(TargetRow target, int day) {
    return settle(
        target,
        new Observation(
            target.target(),
            DAY_0.plus(Duration.ofDays(day)),
            List.of(Topic.values()).stream()
                .filter(topic -> topic.target() == target.target().kind())
                .<Sighting>map(
                    topic ->
                        new Sighting.Unseen(
                            topic, new Obstacle(Obstacle.Kind.TIMED_OUT, "after 10 s")))
                .toList()));
  }

  private static UUID settle(TargetRow target, Observation observation) {
    var rules = SERVICE.bean(Rules.class);
    var scan =
        SERVICE
            .bean(Scans.class)
            .begin(UUID.randomUUID(), target.id(), "a test", observation.seenAt());
    var assessment = new Assessor(rules.checks(rules.policy())).assess(observation);
    var settled = SERVICE.bean(Settlement.class).settle(target, scan, assessment, rules.policy());
    assertThat(settled).isPresent();
    return scan.id();
  }

  private static Lookup found(String name, String type, String... data) {
    return new Lookup(
        name,
        type,
        new Lookup.Found(
            List.of(),
            Arrays.stream(data)
                .map(rdata -> new ResourceRecord(name, 3600, type, rdata))
                .toList()));
  }

  private static Lookup absent(String name, String type) {
    return new Lookup(name, type, new Lookup.Absent(Absence.NODATA, List.of()));
  }
}
