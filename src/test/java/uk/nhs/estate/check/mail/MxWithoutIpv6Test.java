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
import uk.nhs.estate.observation.Topic;

class MxWithoutIpv6Test extends CheckTest {
  MxWithoutIpv6Test() {
    super(new MxWithoutIpv6());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an IPv6 address"),
        passes(
            "one of two servers is enough",
            mail(
                found(NAME, "MX", "5 mx2.trust.nhs.uk.", "10 " + MAIL + "."),
                absent("mx2.trust.nhs.uk", "AAAA"))),
        fails("no IPv6 address", "no AAAA record of " + MAIL, mail(absent(MAIL, "AAAA"))),
        cannotTell(
            "of two servers, one has none and one could not be asked",
            "mx2.trust.nhs.uk",
            mail(
                found(NAME, "MX", "5 mx2.trust.nhs.uk.", "10 " + MAIL + "."),
                absent(MAIL, "AAAA"))),
        doesNotApply("a null MX record", "names a mail server", mail(found(NAME, "MX", "0 ."))),
        doesNotApply(
            "no MX record",
            "names a mail server",
            mail(absent(NAME, "MX"), found(NAME, "A", "192.0.2.80"))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
