package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.mail.SpfSample.HIDDEN;
import static uk.nhs.estate.check.mail.SpfSample.record;
import static uk.nhs.estate.check.mail.SpfSample.spf;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SpfSoftFailTest extends CheckTest {
  SpfSoftFailTest() {
    super(new SpfSoftFail());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("-all"),
        passes("~all, and DMARC rejects", spf("mx ~all")),
        passes(
            "~all, and DMARC marks",
            spf("mx ~all", found(DMARC, "TXT", "\"v=DMARC1; p=quarantine\""))),
        passes("?all is another rule", spf("mx ?all", nxdomain(DMARC, "TXT"))),
        fails(
            "~all, and DMARC does nothing",
            NAME + ": ~all",
            spf("mx ~all", found(DMARC, "TXT", "\"v=DMARC1; p=none\""))),
        fails(
            "~all where a redirect leads, and DMARC does nothing",
            NAME + " → a.test: ~all",
            spf(
                "redirect=a.test",
                record("a.test", "~all"),
                found(DMARC, "TXT", "\"v=DMARC1; p=none\""))),
        cannotTell(
            "~all, and DMARC could not be asked", "in time", spf("mx ~all", unasked(DMARC, "TXT"))),
        cannotTell(
            "where it redirects to could not be asked",
            "in time",
            spf("redirect=hidden.test", HIDDEN)),
        doesNotApply("no SPF record", "no SPF record", mail(absent(NAME, "TXT"))),
        doesNotApply(
            "several SPF records",
            "several SPF records",
            mail(found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=spf1 ~all\""))),
        doesNotApply("a record that is void", "breaks the grammar", spf("ip4:x -all")),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
