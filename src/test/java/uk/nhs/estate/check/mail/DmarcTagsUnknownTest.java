package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class DmarcTagsUnknownTest extends CheckTest {
  DmarcTagsUnknownTest() {
    super(new DmarcTagsUnknown());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("tags that there are"),
        passes("retired ones, which have a rule of their own", dmarc("v=DMARC1; p=none; pct=1")),
        fails(
            "ones that nobody knows",
            new Verdict.Fail(List.of(new Fault("policy", "policy=reject"), new Fault("x", "x="))),
            dmarc("v=DMARC1; p=none; Policy=reject; x=")),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
