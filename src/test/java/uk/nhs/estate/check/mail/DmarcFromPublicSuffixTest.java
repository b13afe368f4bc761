package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcFromPublicSuffixTest extends CheckTest {
  DmarcFromPublicSuffixTest() {
    super(new DmarcFromPublicSuffix());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record of its own"),
        passes(
            "a record beside that of the suffix",
            mail(found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=reject; psd=y\""))),
        fails(
            "the record of the suffix",
            "reject (p at _dmarc.nhs.uk)",
            mail(
                nxdomain(DMARC, "TXT"),
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=reject; psd=y\""))),
        fails(
            "the record of a suffix that does not call itself one",
            "none (sp at _dmarc.nhs.uk)",
            mail(
                nxdomain(DMARC, "TXT"),
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=reject; sp=none\""))),
        doesNotApply("no record anywhere", "no valid DMARC", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTell(
            "the suffix could not be asked",
            "in time",
            mail(nxdomain(DMARC, "TXT"), unasked("_dmarc.nhs.uk", "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
