package uk.nhs.estate.check.address;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.address;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SiteDoesNotResolveTest extends CheckTest {
  SiteDoesNotResolveTest() {
    super(new SiteDoesNotResolve());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("both kinds of address"),
        passes("IPv4 only", address(absent(HOST, "AAAA"))),
        passes("one is enough, whatever hides the other", address(unasked(HOST, "AAAA"))),
        fails(
            "no such name", "does not exist", address(nxdomain(HOST, "A"), nxdomain(HOST, "AAAA"))),
        fails(
            "a name without addresses",
            "without an address",
            address(absent(HOST, "A"), absent(HOST, "AAAA"))),
        fails(
            "an alias that leads nowhere",
            "an alias of gone.supplier.test",
            address(
                nxdomain(HOST, "A", "gone.supplier.test"),
                nxdomain(HOST, "AAAA", "gone.supplier.test"))),
        cannotTell(
            "the other kind could not be asked",
            "in time",
            address(absent(HOST, "A"), unasked(HOST, "AAAA"))),
        cannotTell(
            "nor could the first", "in time", address(unasked(HOST, "A"), absent(HOST, "AAAA"))),
        cannotTellWithout(Topic.ADDRESS));
  }
}
