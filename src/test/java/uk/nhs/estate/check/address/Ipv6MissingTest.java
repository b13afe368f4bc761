package uk.nhs.estate.check.address;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.address;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class Ipv6MissingTest extends CheckTest {
  Ipv6MissingTest() {
    super(new Ipv6Missing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("both kinds of address"),
        passes("IPv6, whatever hides IPv4", address(unasked(HOST, "A"))),
        fails("IPv4 only", "only 192.0.2.80", address(absent(HOST, "AAAA"))),
        doesNotApply("no address", "no address", address(absent(HOST, "A"), absent(HOST, "AAAA"))),
        cannotTell("it could not be asked", "in time", address(unasked(HOST, "AAAA"))),
        cannotTell(
            "whether there is any address could not be asked",
            "in time",
            address(unasked(HOST, "A"), absent(HOST, "AAAA"))),
        cannotTellWithout(Topic.ADDRESS));
  }
}
