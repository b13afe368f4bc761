package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class MxMissingTest extends CheckTest {
  MxMissingTest() {
    super(new MxMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("MX records"),
        passes("a null MX record", mail(found(NAME, "MX", "0 ."))),
        fails(
            "it sends, and has an address",
            "goes to its own address 192.0.2.80, 2001:db8::80",
            mail(
                absent(NAME, "MX"),
                found(NAME, "A", "192.0.2.80"),
                found(NAME, "AAAA", "2001:db8::80"))),
        fails(
            "it sends, and has no address",
            "no address either",
            mail(absent(NAME, "MX"), absent(NAME, "A"), absent(NAME, "AAAA"))),
        fails(
            "it sends, and nobody knows whether it has an address",
            "could not be asked",
            mail(absent(NAME, "MX"), absent(NAME, "A"), unasked(NAME, "AAAA"))),
        doesNotApply(
            "it does not send either",
            "no MX record",
            mail(absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 -all\""))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell(
            "whether it sends could not be asked",
            "in time",
            mail(absent(NAME, "MX"), unasked(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
