package uk.nhs.estate.check.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.ONE_V6;
import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.check.dns.SpoiltServers.silentAt;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundServers.ALL;
import static uk.nhs.estate.sample.SoundServers.denial;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.server;
import static uk.nhs.estate.sample.SoundServers.silent;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class AllNameServersLameTest extends CheckTest {
  AllNameServersLameTest() {
    super(new AllNameServersLame());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("servers that all serve it"),
        passes("one server left that serves it", silentAt(ONE, ONE_V6, TWO)),
        fails(
            "all refuse",
            "ns1.dns.test (192.0.2.53) SOA by UDP: REFUSED without authority; ",
            down(server -> SoundServers.with(server, Question.SOA, failure("REFUSED")))),
        fails(
            "all deny it, although the parent delegates it",
            "NXDOMAIN with authority",
            withServers(
                dns(nxdomain(NAME, "SOA"), nxdomain(NAME, "NS")),
                ALL.stream()
                    .map(server -> SoundServers.with(server, Question.SOA, denial()))
                    .toList())),
        fails(
            "all are silent but for the parent's servers; that we have no IPv6 does not matter",
            "ns2.dns.test (198.51.100.53) SOA by UDP: no answer in time (3 tries)",
            down(server -> silent(server.names().getFirst(), server.address()))),
        fails(
            "one refuses, and the other has no address",
            NS2 + " has no address",
            withServers(
                dns(
                    unasked(NAME, "SOA"),
                    unasked(NAME, "NS"),
                    absent(NS2, "A"),
                    absent(NS2, "AAAA")),
                List.of(SoundServers.with(server(NS1, ONE), Question.SOA, failure("REFUSED"))))),
        fails(
            "all are silent, and their names are in the domain, so that only their glue is known",
            "ns2.trust.nhs.uk (198.51.100.53) SOA by UDP: no answer in time (3 tries)",
            downWithOwnNames(
                List.of(silent("ns1." + NAME, ONE), silent("ns2." + NAME, "198.51.100.53")))),
        cannotTell(
            "one in the domain is silent, and the other came without glue",
            "ns2.trust.nhs.uk",
            downWithOwnNames(List.of(silent("ns1." + NAME, ONE)))),
        cannotTell(
            "one refuses, and the other was not asked",
            NS2,
            withServers(
                dns(unasked(NAME, "SOA")),
                List.of(SoundServers.with(server(NS1, ONE), Question.SOA, failure("REFUSED"))))),
        cannotTell(
            "one refuses, and the addresses of the other could not be asked",
            NS2,
            withServers(
                dns(unasked(NAME, "SOA"), unasked(NS2, "A"), unasked(NS2, "AAAA")),
                List.of(SoundServers.with(server(NS1, ONE), Question.SOA, failure("REFUSED"))))),
        cannotTell(
            "nothing answers, not even the parent's servers",
            NS1 + ", " + NS2,
            withParents(
                down(server -> silent(server.names().getFirst(), server.address())),
                List.of(SoundServers.with(SoundServers.parent("192.0.2.1"), 3, 0, 0)))),
        cannotTell(
            "the SOA was found all the same",
            "although no name server served it to us",
            dnsOfAll(server -> silent(server.names().getFirst(), server.address()))),
        cannotTell(
            "its name servers are not known",
            "nor could all be asked",
            withServers(withParents(dns(unasked(NAME, "NS")), List.of()), List.of())),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        doesNotApply(
            "a name that does not exist",
            "not exist",
            withParents(dns(nxdomain(NAME, "NS")), List.of())),
        cannotTellWithout(Topic.DNS));
  }

  @Test
  void saysOfNoServerThatItHasNoAddressWhenNobodyCouldAskForIt() {
    var dns =
        downWithOwnNames(
            List.of(silent("ns1." + NAME, ONE), silent("ns2." + NAME, "198.51.100.53")));
    assertThat(((Verdict.Fail) new AllNameServersLame().judge(dns)).faults().getFirst().evidence())
        .endsWith("no answer in time (3 tries)")
        .doesNotContain("has no address");
  }

  /// Delegated to names in the domain itself, which nobody finds.
  private static DnsFacts downWithOwnNames(List<ServerFacts> servers) {
    var parent =
        SoundServers.with(
            SoundServers.parent("192.0.2.1"),
            Question.NS,
            SoundServers.referral(NAME, List.of("ns1." + NAME, "ns2." + NAME)));
    return withParents(
        withServers(dns(unasked(NAME, "SOA"), unasked(NAME, "NS")), servers), List.of(parent));
  }

  /// Every server spoilt, so that nobody finds the domain.
  private static DnsFacts down(UnaryOperator<ServerFacts> spoil) {
    return withServers(
        dns(unasked(NAME, "SOA"), unasked(NAME, "NS")), ALL.stream().map(spoil).toList());
  }
}
