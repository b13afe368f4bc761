package uk.nhs.estate.check.address;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.address;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class PrivateAddressPublishedTest extends CheckTest {
  PrivateAddressPublishedTest() {
    super(new PrivateAddressPublished());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("public addresses"),
        fails(
            "an internal one among public ones",
            "10.1.2.3 is private (RFC 1918)",
            address(found(HOST, "A", "192.0.2.80", "10.1.2.3"))),
        fails(
            "an internal IPv6 address, whatever hides IPv4",
            "fd00::1 is private (RFC 4193)",
            address(unasked(HOST, "A"), found(HOST, "AAAA", "fd00::1"))),
        fails(
            "the visitor's own machine",
            "127.0.0.1 is the visitor's own machine",
            address(found(HOST, "A", "127.0.0.1"))),
        doesNotApply("no address", "no address", address(absent(HOST, "A"), absent(HOST, "AAAA"))),
        cannotTell(
            "an address that could not be asked might be internal",
            "in time",
            address(unasked(HOST, "AAAA"))),
        cannotTellWithout(Topic.ADDRESS));
  }
}
