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

class DmarcMalformedTest extends CheckTest {
  DmarcMalformedTest() {
    super(new DmarcMalformed());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record without errors"),
        passes("an unknown tag, which has a rule of its own", dmarc("v=DMARC1; p=none; x=1")),
        passes("a semicolon too many", dmarc("v=DMARC1;; p=none;")),
        fails(
            "values that no tag has",
            new Verdict.Fail(
                List.of(
                    new Fault("adkim", "adkim=relaxed: it counts as adkim=r"),
                    new Fault("t", "t=yes: it counts as t=n"))),
            dmarc("v=DMARC1; p=reject; adkim=relaxed; t=yes")),
        fails(
            "a policy that makes the whole record count as none",
            new Verdict.Fail("sp", "sp=rejct: the whole record counts as p=none"),
            dmarc("v=DMARC1; p=reject; sp=rejct; rua=mailto:dmarc@trust.nhs.uk")),
        fails(
            "a tag twice",
            new Verdict.Fail("p", "p=reject: only the first p counts"),
            dmarc("v=DMARC1; p=none; p=reject")),
        fails(
            "a part that is no tag",
            new Verdict.Fail("reject", "reject: it is no tag"),
            dmarc("v=DMARC1; p=none; reject")),
        doesNotApply(
            "a record that receivers take no notice of", "no notice", dmarc("v=DMARC1; p=rejct")),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
