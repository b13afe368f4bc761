package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Topic;

class BimiDmarcWeakTest extends CheckTest {
  private static final String RECORD = "default._bimi." + NAME;

  BimiDmarcWeakTest() {
    super(new BimiDmarcWeak());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("p=reject", dmarc("p=reject")),
        passes("p=reject for some", dmarc("p=reject; pct=50")),
        passes("p=quarantine for all", dmarc("p=quarantine; pct=100; sp=reject")),
        fails("p=none", "p=none", dmarc("p=none")),
        fails("names below left out", "sp=None", dmarc("p=reject; sp=None")),
        fails("p=quarantine for nearly all", "pct=99", dmarc("p=quarantine; pct=99")),
        fails("p=quarantine in test", "t=y", dmarc("p=quarantine; t=y")),
        doesNotApply(
            "no DMARC record",
            "no valid DMARC record",
            mail(logo("l=https://b.test/logo.svg"), nxdomain(DMARC, "TXT"))),
        doesNotApply("a DMARC record that is void", "no valid DMARC record", dmarc("p=block")),
        cannotTell(
            "the DMARC record could not be asked",
            "in time",
            mail(logo("l=https://b.test/logo.svg"), unasked(DMARC, "TXT"))),
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

  private static MailFacts dmarc(String tags) {
    return mail(
        logo("l=https://b.test/logo.svg"), found(DMARC, "TXT", "\"v=DMARC1; " + tags + "\""));
  }
}
