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

class BimiMalformedTest extends CheckTest {
  private static final String RECORD = "default._bimi." + NAME;

  BimiMalformedTest() {
    super(new BimiMalformed());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record", mail(logo("l=https://b.test/logo.svg; a=https://b.test/a.pem"))),
        passes("a record that declines", mail(logo("l=; a=;"))),
        fails("another format", "the logo is no SVG", mail(logo("l=https://b.test/logo.png"))),
        fails("no logo", "has no l", mail(logo("a=https://b.test/a.pem"))),
        fails(
            "two records",
            "2 records",
            mail(found(RECORD, "TXT", "\"v=BIMI1; l=\"", "\"v=BIMI1; l=\""))),
        doesNotApply("none", "no BIMI record", mail(nxdomain(RECORD, "TXT"))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(RECORD, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }

  private static Lookup logo(String rest) {
    return found(RECORD, "TXT", "\"v=BIMI1; " + rest + "\"");
  }
}
