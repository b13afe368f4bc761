package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import uk.nhs.estate.TestService;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.register.Claim;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.scan.Rules;
import uk.nhs.estate.scan.Settlement;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.TargetRow;

/// A service with entries of the register that have been looked at, for tests of pages.
final class SeededEstate {
  /// What nobody would send who means well.
  static final String HOSTILE =
      "<script>alert(1)</script>\" onfocus='alert(1)' \u202Egnp.exe \u001B[31mred\u0007"
          + " </pre>{{1+1}}";

  static final SeededEstate SHARED =
      new SeededEstate(TestService.start(Map.of("estate.practice", true)));

  private static final Sighting[] NOTHING = {
    new Sighting.Unseen(Topic.ADDRESS, new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT)),
    new Sighting.Unseen(Topic.TLS, new Obstacle(Obstacle.Kind.TIMED_OUT)),
    new Sighting.Unseen(Topic.HTTP, new Obstacle(Obstacle.Kind.TIMED_OUT, HOSTILE))
  };

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final TestService service;

  SeededEstate(TestService service) {
    this.service = service;
  }

  TestService service() {
    return service;
  }

  /// A page as a browser asks for it.
  Document page(String path) {
    var response = service.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    return Jsoup.parse(response.body(), "http://localhost" + path);
  }

  void organisation(String code, String name) {
    service
        .bean(Register.class)
        .enter(
            new Organisation(
                new OdsCode(code),
                name,
                OrganisationType.TRUST,
                OrganisationStatus.ACTIVE,
                null,
                null,
                List.of(),
                null,
                null),
            "a test");
  }

  void claim(String code, String domain) {
    service
        .bean(Register.class)
        .enter(
            new Claim(
                new OdsCode(code),
                new Domain(new DomainName(domain)),
                Relation.HOLDER,
                "said so in a test",
                null,
                null),
            "a test");
  }

  TargetRow domain(String name) {
    return service.bean(Register.class).enter(new Domain(new DomainName(name)), "a test");
  }

  TargetRow site(String host, String domain) {
    return service
        .bean(Register.class)
        .enter(new Site(new DomainName(host), new DomainName(domain)), "a test");
  }

  /// Looks at a domain that has faults, some of them hostile.
  void lookAtDomain(TargetRow target, Instant at) {
    var name = target.name();
    settle(
        target,
        at,
        new Sighting.Seen(
            Topic.DNS,
            SoundDomain.resolved(
                at,
                found(name, "SOA", "ns1." + name + ". hostmaster." + name + ". 1 2 3 4 5"),
                found(name, "NS", "ns1." + name + "."),
                List.of(found("ns1." + name, "A", "192.0.2.53"), absent("ns1." + name, "AAAA")),
                absent(name, "CAA"))),
        new Sighting.Seen(
            Topic.MAIL,
            new MailFacts(
                at,
                found(name, "MX", "10 mail." + name + "."),
                found(name, "TXT", "\"v=spf1 +all\"", '"' + HOSTILE.replace("\"", "\\\"") + '"'),
                unasked("_dmarc." + name, "TXT"))));
  }

  /// Looks at a domain's DNS, and at nothing else.
  void lookAtDns(TargetRow target, Instant at, DnsFacts dns) {
    settle(target, at, new Sighting.Seen(Topic.DNS, dns.seenAt(at)));
  }

  /// One look at a domain that brings nothing back.
  void lookOnceInVainAtDomain(TargetRow target, Instant at) {
    settleOnce(
        target,
        at,
        new Sighting.Unseen(Topic.DNS, new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT)),
        new Sighting.Unseen(Topic.MAIL, new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT)));
  }

  /// Looks at a site that answers with hostile headers.
  void lookAtSite(TargetRow target, Instant at) {
    settle(target, at, site(target, at));
  }

  /// The same, once.
  void lookOnceAtSite(TargetRow target, Instant at) {
    settleOnce(target, at, site(target, at));
  }

  private static Sighting[] site(TargetRow target, Instant at) {
    var host = target.name();
    var answer =
        new Hop(
            "https://" + host + "/",
            new Endpoint("192.0.2.80", 443),
            200,
            List.of(
                new Hop.Field("Server", HOSTILE),
                new Hop.Field("Set-Cookie", HOSTILE + "=1"),
                new Hop.Field("Strict-Transport-Security", "max-age=60")),
            12);
    var listens = new Visit("http://" + host + "/", List.of(), new Visit.NobodyListens(), null);
    return new Sighting[] {
      new Sighting.Seen(
          Topic.ADDRESS,
          new AddressFacts(at, found(host, "A", "192.0.2.80"), absent(host, "AAAA"))),
      new Sighting.Seen(
          Topic.TLS, new TlsFacts(at, new Endpoint("192.0.2.80", 443), host, handshake(host, at))),
      new Sighting.Seen(
          Topic.HTTP,
          new HttpFacts(
              at,
              host,
              listens,
              new Visit("https://" + host + "/", List.of(answer), new Visit.Answered(), null),
              new Visit(
                  "https://" + host + "/.well-known/security.txt",
                  List.of(answer),
                  new Visit.Answered(),
                  new Part(HOSTILE.getBytes(StandardCharsets.UTF_8)))))
    };
  }

  /// Looks at a site that bring nothing back.
  void lookInVain(TargetRow target, Instant at) {
    settle(target, at, NOTHING);
  }

  /// The same, once.
  void lookOnceInVain(TargetRow target, Instant at) {
    settleOnce(target, at, NOTHING);
  }

  static Instant ago(Duration length) {
    return NOW.minus(length);
  }

  /// Two looks that see the same, as what is urgent or cannot be seen is shown after two.
  private void settle(TargetRow target, Instant at, Sighting... sightings) {
    settleOnce(target, at.minus(Duration.ofMinutes(10)), sightings);
    settleOnce(target, at, sightings);
  }

  private void settleOnce(TargetRow target, Instant at, Sighting... sightings) {
    var rules = service.bean(Rules.class);
    var policy = rules.policy();
    var observation = new Observation(target.target(), at, List.of(sightings));
    var scan = service.bean(Scans.class).begin(UUID.randomUUID(), target.id(), "a test", at);
    var assessment = new Assessor(rules.checks(policy)).assess(observation);
    assertThat(service.bean(Settlement.class).settle(target, scan, assessment, policy)).isPresent();
  }

  private static TlsFacts.Completed handshake(String host, Instant at) {
    var chain =
        PracticeCa.create(at)
            .issue(CertificateOrder.of(at, host).until(at.plus(Duration.ofDays(3))))
            .chain();
    return new TlsFacts.Completed(
        "TLSv1.2",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        null,
        chain.stream()
            .map(
                certificate -> {
                  try {
                    return new Part(certificate.getEncoded());
                  } catch (CertificateEncodingException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList());
  }

  private static Lookup found(String name, String type, String... data) {
    return new Lookup(
        name,
        type,
        new Lookup.Found(
            List.of(),
            List.of(data).stream()
                .map(text -> new Lookup.ResourceRecord(name, 300, type, text))
                .toList()));
  }

  private static Lookup absent(String name, String type) {
    return new Lookup(name, type, new Lookup.Absent(Lookup.Absence.NODATA, List.of()));
  }

  private static Lookup unasked(String name, String type) {
    return new Lookup(name, type, new Lookup.Unasked(new Obstacle(Obstacle.Kind.TIMED_OUT)));
  }
}
