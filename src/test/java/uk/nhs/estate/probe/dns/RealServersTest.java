package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.practice.PracticeWorld;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.settings.ScannerConfig;

/// The prober and the checks against name servers that others wrote.
class RealServersTest {
  private static final List<String> ABOVE = List.of("127.88.1.53", "127.88.2.53");
  private static final List<String> OWN = List.of("127.88.3.53", "127.88.4.53");

  @TempDir Path folder;

  @BeforeEach
  void isThere() {
    assumeTrue(KnotServer.isInstalled(), "Knot DNS is not installed (package knot)");
  }

  @Test
  void findsNothingWrongWithADomainThatKnotServesSoundly() throws IOException {
    try (var world = PracticeWorld.start(Instant.now())) {
      int port = world.dns().dnsPort();
      try (var own =
              KnotServer.start(
                  folder.resolve("own"), "ward.trust.test", zone(OWN), true, port, OWN);
          var above =
              KnotServer.start(
                  folder.resolve("above"),
                  "trust.test",
                  zone(ABOVE) + delegation("ward.trust.test.", OWN, own.delegationSigner()),
                  false,
                  port,
                  ABOVE)) {
        world.delegate("trust.test", delegation("trust.test.", ABOVE, above.delegationSigner()));

        var facts = look(world, "ward.trust.test");

        assertThat(facts.parentZone()).isEqualTo("trust.test");
        assertThat(facts.parentServers()).hasSize(2);
        assertThat(facts.servers()).hasSize(2);
        assertThat(facts.security()).isEqualTo(new Security.Secure());
        assertThat(facts.records())
            .allSatisfy(
                lookup ->
                    assertThat(lookup)
                        .extracting(Lookup::security)
                        .isEqualTo(new Security.Secure()));
        assertThat(faults(facts)).containsOnlyKeys("dns.name-servers-without-ipv6"); // as it is
        assertThat(look(world, "nobody.trust.test").soa())
            .matches(Lookup::provesThatTheNameDoesNotExist)
            .extracting(Lookup::security)
            .isEqualTo(new Security.Secure());
      }
    }
  }

  private static String zone(List<String> addresses) {
    return """
    @      SOA  ns1 hostmaster 1 7200 1800 1209600 300
    @      NS   ns1
    @      NS   ns2
    ns1    A    %s
    ns2    A    %s
    @      A    127.42.0.7
    www    A    127.42.0.7
    @      MX   0 .
    @      TXT  "v=spf1 -all"
    @      CAA  0 issue "ca.test"
    _dmarc TXT  "v=DMARC1; p=reject"
    """
        .formatted(addresses.toArray());
  }

  private static String delegation(String domain, List<String> addresses, String ds) {
    return """
    %1$s NS ns1.%1$s
    %1$s NS ns2.%1$s
    ns1.%1$s A %2$s
    ns2.%1$s A %3$s
    %4$s
    """
        .formatted(domain, addresses.getFirst(), addresses.getLast(), ds);
  }

  private static DnsFacts look(PracticeWorld world, String name) {
    var aimed =
        new ScannerSettings.Dns(
            world.dns().dnsPort(),
            world.dns().rootHints(),
            world.dns().trustAnchor(),
            null,
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(3)),
            Duration.ofSeconds(30),
            1000,
            100);
    var settings = Lab.dns(Lab.settings(world.dns().resolver(), 80, 443), aimed);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var dialler = new Dialler(settings)) {
      return new DnsProbe(settings, dialler, threads, InstantSource.system())
          .look(DomainName.parse(name), Depth.FULL);
    }
  }

  /// What the checks of the DNS find.
  private static Map<String, Verdict> faults(DnsFacts facts) {
    var settings = ScannerConfig.read(null);
    var lists = settings.lists();
    var checks =
        Catalogue.checks(settings.policies().getFirst(), lists.known(Lab.TRUSTED)).stream()
            .filter(check -> check.needs().equals(Set.of(Topic.DNS)))
            .toList();
    var observation =
        new Observation(
            new Domain(DomainName.parse(facts.name())),
            facts.seenAt(),
            List.of(new Sighting.Seen(Topic.DNS, facts)));
    var faults = new TreeMap<String, Verdict>();
    new Assessor(checks)
        .assess(observation).judgements().stream()
            .filter(judgement -> judgement.verdict() instanceof Verdict.Fail)
            .forEach(judgement -> faults.put(judgement.rule().id(), judgement.verdict()));
    return faults;
  }
}
