package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.TWO;
import static uk.nhs.estate.check.dns.SpoiltServers.delegated;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withParents;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class NameServerIsAliasTest extends CheckTest {
  NameServerIsAliasTest() {
    super(new NameServerIsAlias());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("names with addresses of their own"),
        fails(
            "an alias",
            new Verdict.Fail(NS2, "an alias of a.supplier.test; named by the parent and the zone"),
            dns(foundByAlias(List.of("a.supplier.test"), NS2, "A", TWO))),
        fails(
            "an alias that leads nowhere",
            new Verdict.Fail(NS2, "an alias of gone.supplier.test"),
            dns(nxdomain(NS2, "A", "gone.supplier.test"), unasked(NS2, "AAAA"))),
        fails(
            "an alias that only the parent names",
            new Verdict.Fail(
                List.of(new Fault(NS2, "named by the parent")), List.of("ns3.dns.test")),
            delegated(
                dns(
                    found(NAME, "NS", NS1 + "."),
                    foundByAlias(List.of("a.supplier.test"), NS2, "A", TWO)),
                List.of(NS1, NS2, "ns3.dns.test"))),
        cannotTell("it could not be asked", "could be asked", dns(unasked(NS2, "A"))),
        cannotTell(
            "the name servers could not be asked for",
            "could not be asked for",
            withParents(dns(unasked(NAME, "NS")), List.of())),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
