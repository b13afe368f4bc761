package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Topic;

class BimiCertificateMissingTest extends CheckTest {
  private static final String RECORD = "default._bimi." + NAME;

  BimiCertificateMissingTest() {
    super(new BimiCertificateMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a certificate", mail(logo("l=https://b.test/logo.svg; a=https://b.test/a.pem"))),
        passes("a certificate alone", mail(logo("l=; a=https://b.test/a.pem"))),
        fails(
            "an empty address",
            "l=https://b.test/logo.svg without a=",
            mail(logo("l=https://b.test/logo.svg; a="))),
        fails("no address", "without a=", mail(logo("l=https://b.test/logo.svg"))),
        doesNotApply("no record", "no valid BIMI record", mail(nxdomain(RECORD, "TXT"))),
        doesNotApply("a record that cannot be read", "no valid BIMI record", mail(logo("x"))),
        doesNotApply("a record that declines", "no logo", mail(logo("l=; a="))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(RECORD, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }

  private static Lookup logo(String rest) {
    return found(RECORD, "TXT", "\"v=BIMI1; " + rest + "\"");
  }
}
