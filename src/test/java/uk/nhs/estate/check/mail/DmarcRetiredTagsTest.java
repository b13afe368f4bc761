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

class DmarcRetiredTagsTest extends CheckTest {
  DmarcRetiredTagsTest() {
    super(new DmarcRetiredTags());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("tags in use"),
        passes("unknown tags, which have a rule of their own", dmarc("v=DMARC1; p=none; x=1")),
        fails(
            "all of them",
            "pct=100, rf=afrf, ri=1",
            dmarc("v=DMARC1; p=none; pct=100; rf=afrf; ri=1")),
        fails("a share of the mail", "that share", dmarc("v=DMARC1; p=reject; pct=99")),
        fails(
            "a size after an address",
            "!10m after a@trust.nhs.uk",
            dmarc("v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk!10m")),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
