package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.inAnotherZone;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

/// Tests a check that wants name servers with one kind of address.
abstract class AddressFamilyCheckTest extends CheckTest {
  private final String type;

  /// @param type `A` or `AAAA`
  AddressFamilyCheckTest(Check check, String type) {
    super(check);
    this.type = type;
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("every server has one"),
        passes("one server has one", dns(absent(NS1, type))),
        passes("one server has one, whatever hides the other", dns(unasked(NS1, type))),
        fails(
            "no server has one",
            "none of these has an %s record: ns1.dns.test, ns2.dns.test".formatted(type),
            dns(absent(NS1, type), absent(NS2, type))),
        doesNotApply(
            "no server has any address",
            "none of its name servers",
            dns(absent(NS1, "A"), absent(NS1, "AAAA"), absent(NS2, "A"), absent(NS2, "AAAA"))),
        cannotTell(
            "one could not be asked", "could be asked", dns(absent(NS1, type), unasked(NS2, type))),
        doesNotApply("a name in another zone", "no zone of its own", inAnotherZone()),
        cannotTellWithout(Topic.DNS));
  }
}
