package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.delegatedTo;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class ZoneListsMoreNameServersTest extends BothSidesCheckTest {
  ZoneListsMoreNameServersTest() {
    super(new ZoneListsMoreNameServers());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(),
        Stream.of(
            passes("a server more in the delegation", delegatedTo(NS1, NS2, "old.dns.test")),
            fails(
                "a server fewer in the delegation",
                new Verdict.Fail(NS2, "the parent refers to ns1.dns.test"),
                delegatedTo(NS1)),
            doesNotApply(
                "quite different servers", "no name server in common", delegatedTo("a.test"))));
  }
}
