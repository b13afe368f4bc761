package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SingleNameServerTest extends CheckTest {
  SingleNameServerTest() {
    super(new SingleNameServer());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("two servers at different addresses"),
        passes(
            "two servers, one of them with IPv4 and one with IPv6 only",
            dns(absent(NS1, "AAAA"), absent(NS2, "A"))),
        passes(
            "two servers seen, although the rest could not be asked",
            dns(unasked(NS1, "AAAA"), unasked(NS2, "AAAA"))),
        fails("one server", "only " + NS1, dns(found(NAME, "NS", NS1 + "."))),
        fails(
            "one server, written twice",
            "only " + NS1,
            dns(found(NAME, "NS", NS1 + ".", NS1.toUpperCase(Locale.ROOT) + "."))),
        fails(
            "two names for one server",
            "all of them are at 192.0.2.53 and 2001:db8:1::53",
            dns(found(NS2, "A", "192.0.2.53"), found(NS2, "AAAA", "2001:db8:1::53"))),
        fails(
            "two servers, of which one has an address",
            "only " + NS1 + " has an address",
            dns(absent(NS2, "A"), absent(NS2, "AAAA"))),
        doesNotApply(
            "no server has an address",
            "none of its name servers",
            dns(absent(NS1, "A"), absent(NS1, "AAAA"), absent(NS2, "A"), absent(NS2, "AAAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "NS"))),
        doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
        doesNotApply(
            "an alias",
            "an alias of supplier.test",
            dns(foundByAlias(List.of("supplier.test"), NAME, "NS", "ns.supplier.test."))),
        cannotTell(
            "an address that could not be asked might be the second one",
            "could be asked",
            dns(found(NS2, "A", "192.0.2.53"), absent(NS1, "AAAA"), unasked(NS2, "AAAA"))),
        cannotTell("the name servers could not be asked for", "in time", dns(unasked(NAME, "NS"))),
        cannotTellWithout(Topic.DNS));
  }
}
