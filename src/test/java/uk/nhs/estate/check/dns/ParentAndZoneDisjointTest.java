package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.delegatedTo;
import static uk.nhs.estate.sample.SoundDomain.NS1;

import java.util.stream.Stream;

class ParentAndZoneDisjointTest extends BothSidesCheckTest {
  ParentAndZoneDisjointTest() {
    super(new ParentAndZoneDisjoint());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes("one server in common", delegatedTo(NS1, "old.dns.test")),
            fails(
                "none in common",
                "the parent refers to old.dns.test; the zone names ns1.dns.test, ns2.dns.test",
                delegatedTo("old.dns.test"))));
  }
}
