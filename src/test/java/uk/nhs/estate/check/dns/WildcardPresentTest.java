package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class WildcardPresentTest extends CheckTest {
  private static final String ONE = DnsFacts.WILDCARD_PROBES.getFirst() + "." + NAME;
  private static final String TWO = DnsFacts.WILDCARD_PROBES.getLast() + "." + NAME;

  WildcardPresentTest() {
    super(new WildcardPresent());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a name that nobody uses does not exist"),
        passes("servers that sign as they answer deny the type only", dns(absent(ONE, "A"))),
        passes(
            "somebody uses just that name", dns(found(ONE, "A", "192.0.2.80"), nxdomain(TWO, "A"))),
        fails(
            "two such names have an address",
            ONE + " has the address 192.0.2.80",
            dns(found(ONE, "A", "192.0.2.80"), found(TWO, "A", "192.0.2.80"))),
        fails(
            "and a text",
            "and the text \"v=spf1 -all\"",
            dns(
                found(ONE, "A", "192.0.2.80"),
                found(TWO, "A", "192.0.2.80"),
                found(ONE, "TXT", "\"v=spf1 -all\""))),
        fails(
            "an alias that leads somewhere",
            "is an alias of web.example.net and has the address",
            dns(
                foundByAlias(List.of("web.example.net"), ONE, "A", "192.0.2.80"),
                foundByAlias(List.of("web.example.net"), TWO, "A", "192.0.2.80"))),
        fails(
            "an alias that leads nowhere",
            "is an alias of gone.example.net, which has no address",
            dns(nxdomain(ONE, "A", "gone.example.net"), nxdomain(TWO, "A", "gone.example.net"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(ONE, "A"))),
        cannotTell(
            "the second could not be asked",
            "in time",
            dns(found(ONE, "A", "192.0.2.80"), unasked(TWO, "A"))),
        cannotTell(
            "nobody asked for the second", "nobody asked", dns(found(ONE, "A", "192.0.2.80"))),
        cannotTellWithout(Topic.DNS));
  }
}
