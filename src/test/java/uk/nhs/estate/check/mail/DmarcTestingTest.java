package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcTestingTest extends CheckTest {
  DmarcTestingTest() {
    super(new DmarcTesting());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no test"),
        passes("said to be none", dmarc("v=DMARC1; p=reject; t=n")),
        passes("a value that is none", dmarc("v=DMARC1; p=reject; t=yes")),
        fails("a test", "t=y", dmarc("v=DMARC1; p=reject; t=y")),
        doesNotApply(
            "a policy that counts as none by it, which has a rule of its own",
            "counts as none",
            dmarc("v=DMARC1; p=quarantine; t=y")),
        doesNotApply("nothing to try out", "is none", dmarc("v=DMARC1; p=none; t=y")),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
