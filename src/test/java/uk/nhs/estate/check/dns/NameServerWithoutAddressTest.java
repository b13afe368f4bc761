package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withParents;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundDomain.withTargets;
import static uk.nhs.estate.sample.Targets.free;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class NameServerWithoutAddressTest extends CheckTest {
  NameServerWithoutAddressTest() {
    super(new NameServerWithoutAddress());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("every server has an address"),
        passes("IPv6 alone is an address", dns(absent(NS1, "A"))),
        passes("one address is enough, whatever hides the other", dns(unasked(NS1, "A"))),
        fails(
            "a server without either",
            new Verdict.Fail(
                NS2, "neither an A nor an AAAA record; named by the parent and the zone"),
            dns(absent(NS2, "A"), absent(NS2, "AAAA"))),
        fails(
            "a server whose name does not exist",
            new Verdict.Fail(NS2, "the name does not exist; named by the parent and the zone"),
            dns(nxdomain(NS2, "A"), nxdomain(NS2, "AAAA"))),
        fails(
            "a server that only the parent names, while the zone cannot be asked",
            new Verdict.Fail(NS2, "the name does not exist; named by the parent"),
            withServers(
                dns(unasked(NAME, "NS"), nxdomain(NS2, "A"), nxdomain(NS2, "AAAA")), List.of())),
        fails(
            "what is hidden is neither found nor resolved",
            new Verdict.Fail(List.of(new Fault(NS2, "neither")), List.of(NS1)),
            dns(absent(NS2, "A"), absent(NS2, "AAAA"), unasked(NS1, "A"), absent(NS1, "AAAA"))),
        fails(
            "a server that nobody asked for is hidden",
            new Verdict.Fail(List.of(new Fault(NS2, "neither")), List.of("ns3.dns.test")),
            dns(
                found(NAME, "NS", NS1 + ".", NS2 + ".", "ns3.dns.test."),
                absent(NS2, "A"),
                absent(NS2, "AAAA"))),
        passes(
            "a server in a domain that nobody has registered is another rule",
            withTargets(
                dns(
                    found(NAME, "NS", NS1 + ".", "ns.example.net."),
                    nxdomain("ns.example.net", "A"),
                    nxdomain("ns.example.net", "AAAA")),
                free("ns.example.net", "example.net"))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTell(
            "the only server in doubt could not be asked",
            NS2,
            dns(absent(NS2, "A"), unasked(NS2, "AAAA"))),
        cannotTell(
            "the name servers could not be asked for",
            "could not be asked for",
            withParents(dns(unasked(NAME, "NS")), List.of())),
        cannotTellWithout(Topic.DNS));
  }
}
