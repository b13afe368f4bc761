package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class NameServersInOneNetworkTest extends CheckTest {
  NameServersInOneNetworkTest() {
    super(new NameServersInOneNetwork());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("two networks of IPv4", dns(found(NS2, "AAAA", "2001:db8:1::54"))),
        passes("two networks of IPv6", dns(found(NS2, "A", "192.0.2.54"))),
        fails(
            "one network",
            "all of them are in 192.0.2.0/24 and 2001:db8:1::/48",
            dns(found(NS2, "A", "192.0.2.255"), found(NS2, "AAAA", "2001:db8:1:ffff::1"))),
        passes("the network beside it", dns(found(NS2, "A", "192.0.3.0"), absent(NS2, "AAAA"))),
        passes(
            "the network of IPv6 beside it",
            dns(found(NS2, "AAAA", "2001:db8:2::"), absent(NS2, "A"))),
        fails(
            "one network of IPv4 alone",
            "all of them are in 192.0.2.0/24",
            dns(found(NS2, "A", "192.0.2.54"), absent(NS1, "AAAA"), absent(NS2, "AAAA"))),
        doesNotApply(
            "one server of each kind",
            "no two name servers of one kind",
            dns(absent(NS1, "AAAA"), absent(NS2, "A"))),
        cannotTell(
            "an address that could not be asked may be elsewhere",
            "could be asked",
            dns(found(NS2, "A", "192.0.2.54"), unasked(NS2, "AAAA"))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
