package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class MxIsAddressTest extends CheckTest {
  MxIsAddressTest() {
    super(new MxIsAddress());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a name"),
        passes("a null MX record", mail(found(NAME, "MX", "0 ."))),
        passes("no MX record", mail(absent(NAME, "MX"))),
        passes(
            "a name that begins like an address",
            mail(found(NAME, "MX", "10 192.0.2.25.isp.test."))),
        fails(
            "an IPv4 address",
            new Verdict.Fail("192.0.2.25.", "10 192.0.2.25."),
            mail(found(NAME, "MX", "10 192.0.2.25.", "20 " + MAIL + "."))),
        fails(
            "an IPv6 address",
            new Verdict.Fail("2001:db8::25.", "10 2001:db8::25."),
            mail(found(NAME, "MX", "10 2001:db8::25."))),
        fails(
            "an address in brackets",
            new Verdict.Fail("[192.0.2.25].", "10 [192.0.2.25]."),
            mail(found(NAME, "MX", "10 [192.0.2.25]."))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
