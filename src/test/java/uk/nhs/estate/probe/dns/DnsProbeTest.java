package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Unasked;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.RelevantCaa;
import uk.nhs.estate.observation.text.CaaProperty;
import uk.nhs.estate.practice.Misbehaviour;
import uk.nhs.estate.practice.PracticeDns;
import uk.nhs.estate.practice.PracticeZone;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.register.DomainName;

class DnsProbeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final DomainName NAME = DomainName.parse("ferry.test");
  private static final PracticeZone FERRY =
      PracticeZone.of(
          "ferry.test",
          """
          @      SOA  ns1 hostmaster 1 7200 1800 1209600 60
          @      NS   ns1
          @      NS   ns.elsewhere.test.
          ns1    A    127.42.0.7
          ns1    AAAA 2001:db8::7
          @      CAA  0 issue "ca.test"
          """);

  @Test
  void seesTheNameServersAndTheirAddresses() throws IOException {
    try (var dns = serving(FERRY)) {
      var facts = dns(dns);

      assertThat(facts.seenAt()).isEqualTo(NOW);
      assertThat(facts.caa().data()).containsExactly("0 issue \"ca.test\"");
      assertThat(facts.nameServerAddresses())
          .extracting(lookup -> lookup.name() + " " + lookup.type() + " " + lookup.data())
          .containsExactlyInAnyOrder(
              "ns1.ferry.test A [127.42.0.7]",
              "ns1.ferry.test AAAA [2001:db8::7]",
              "ns.elsewhere.test A []",
              "ns.elsewhere.test AAAA []");
    }
  }

  @Test
  void asksForTheAddressesOfSoManyNameServersAndSaysSo() throws IOException {
    var many = new StringBuilder("@ SOA ns1 hostmaster 1 7200 1800 1209600 60\n");
    for (int i = 0; i < 88; i++) {
      many.append("@ NS ns%d%nns%d A 127.9.0.%d%n".formatted(i, i, i));
    }
    try (var dns = serving(PracticeZone.of("ferry.test", many.toString()))) {
      var facts = dns(dns);

      assertThat(facts.ns().data()).hasSize(88);
      assertThat(facts.nameServerAddresses()).hasSize(2 * 88);
      assertThat(facts.nameServerAddresses().subList(0, 32))
          .extracting(Lookup::answer)
          .doesNotHaveAnyElementsOfTypes(Unasked.class);
      assertThat(facts.nameServerAddresses().subList(32, 176))
          .extracting(Lookup::answer)
          .containsOnly(new Unasked(new Obstacle(Kind.TOO_LARGE, "more than 16 name servers")));
    }
  }

  @Test
  void climbsToTheCaaRecordsThatCount() throws IOException {
    try (var dns = serving(FERRY)) {
      dns.serve(PracticeZone.of("pier.ferry.test", "@ SOA ns1 hostmaster 1 7200 1800 1209600 60"));
      var above = dns(dns, DomainName.parse("pier.ferry.test"));
      assertThat(above.relevantCaa())
          .isEqualTo(
              new RelevantCaa.Found(
                  "ferry.test", List.of(CaaProperty.parse("0 issue \"ca.test\""))));

      dns.serve(FERRY.without("@", Type.CAA));
      assertThat(dns(dns, DomainName.parse("pier.ferry.test")).relevantCaa())
          .isEqualTo(new RelevantCaa.None());

      dns.misbehave("ferry.test", Misbehaviour.Refuses.servfail());
      dns.behave("pier.ferry.test");
      assertThat(dns(dns, DomainName.parse("pier.ferry.test")).relevantCaa())
          .isInstanceOf(RelevantCaa.Hidden.class);
    }
  }

  @Test
  void looksForTheCaaRecordsOfASiteThatIsThere() throws IOException {
    try (var dns = serving(FERRY.with("www A 127.42.0.80"))) {
      assertThat(site(dns, "www.ferry.test").caa())
          .extracting(lookup -> lookup.name() + " " + lookup.data())
          .containsExactly("www.ferry.test []", "ferry.test [0 issue \"ca.test\"]");
      assertThat(site(dns, "gone.ferry.test").caa()).isEmpty();
    }
  }

  @Test
  void keepsWhatItCouldAskBesideWhatItCouldNot() throws IOException {
    try (var dns = serving(FERRY.with("@ TXT \"v=spf1 -all\"\n_dmarc TXT x"))) {
      dns.misbehave("_dmarc.ferry.test", Misbehaviour.Refuses.servfail());
      var facts = MailFacts.in(dns(dns));

      assertThat(facts.txt().data()).containsExactly("\"v=spf1 -all\"");
      assertThat(facts.mx().answer())
          .isEqualTo(new Lookup.Absent(Lookup.Absence.NODATA, List.of()));
      assertThat(facts.dmarc().answer())
          .isEqualTo(new Unasked(new Obstacle(Kind.NAME_SERVERS_FAILED, "SERVFAIL")));
    }
  }

  private static PracticeDns serving(PracticeZone zone) throws IOException {
    var dns = PracticeDns.start();
    dns.serve(PracticeZone.of("test", "@ SOA ns hostmaster 1 7200 1800 1209600 300"));
    dns.serve(zone);
    return dns;
  }

  private static DnsFacts dns(PracticeDns dns) {
    return dns(dns, NAME);
  }

  private static AddressFacts site(PracticeDns dns, String host) {
    return with(dns, probe -> probe.addresses().lookAtSite(host));
  }

  private static DnsFacts dns(PracticeDns dns, DomainName name) {
    return with(dns, probe -> probe.look(name, Depth.FULL));
  }

  private static <T> T with(PracticeDns dns, Function<DnsProbe, T> look) {
    var settings = Lab.settings(dns.resolver(), 80, 443);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var dialler = new Dialler(settings)) {
      return look.apply(new DnsProbe(settings, dialler, threads, InstantSource.fixed(NOW)));
    }
  }
}
