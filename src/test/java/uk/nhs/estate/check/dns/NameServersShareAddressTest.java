package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.check.dns.SpoiltServers.ONE_V6;
import static uk.nhs.estate.check.dns.SpoiltServers.delegatedTo;
import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class NameServersShareAddressTest extends CheckTest {
  NameServersShareAddressTest() {
    super(new NameServersShareAddress());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an address for each"),
        passes("two names, of which the zone names one", delegatedTo(NS1, NS2, "old.dns.test")),
        fails(
            "two names of one address",
            new Verdict.Fail(ONE, "of ns1.dns.test, ns2.dns.test"),
            dns(found(NS2, "A", ONE))),
        fails(
            "what is hidden is neither found nor resolved",
            new Verdict.Fail(List.of(new Fault(ONE, "of ")), List.of(ONE_V6)),
            dns(found(NS2, "A", ONE), unasked(NS2, "AAAA"))),
        cannotTell("addresses that could not be asked", "could be asked", dns(unasked(NS2, "A"))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTell("the name servers could not be asked for", "in time", dns(unasked(NAME, "NS"))),
        cannotTellWithout(Topic.DNS));
  }
}
