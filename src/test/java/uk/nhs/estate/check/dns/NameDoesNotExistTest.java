package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class NameDoesNotExistTest extends CheckTest {
  NameDoesNotExistTest() {
    super(new NameDoesNotExist());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a domain that exists"),
        passes("a name without a zone of its own exists", dns(absent(NAME, "SOA"))),
        passes(
            "an alias that leads nowhere exists", dns(nxdomain(NAME, "SOA", "gone.supplier.test"))),
        fails("the DNS proves that it does not exist", "NXDOMAIN", dns(nxdomain(NAME, "SOA"))),
        cannotTell("no name server answers", "in time", dns(unasked(NAME, "SOA"))),
        cannotTellWithout(Topic.DNS));
  }
}
