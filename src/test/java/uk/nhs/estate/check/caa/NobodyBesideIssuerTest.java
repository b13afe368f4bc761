package uk.nhs.estate.check.caa;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class NobodyBesideIssuerTest extends CheckTest {
  private static DnsFacts caa(String... records) {
    return dns(found(NAME, "CAA", records));
  }

  NobodyBesideIssuerTest() {
    super(new NobodyBesideIssuer());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an authority is named"),
        passes("nobody is named", caa("0 issue \";\"", "0 issue \"\"")),
        passes("nobody for wildcards", caa("0 issue \"ca.test\"", "0 issuewild \";\"")),
        fails(
            "both",
            new Verdict.Fail("issue", "nobody, and ca.test"),
            caa("0 issue \";\"", "0 ISSUE \"CA.test\"", "0 issue \"ca.test; a=b\"")),
        fails(
            "both for wildcards",
            new Verdict.Fail("issuewild", "nobody, and ca.test"),
            caa("0 issuewild \";\"", "0 issuewild \"ca.test\"", "0 issue \"ca.test\"")),
        doesNotApply("no record of its own", "no CAA records", dns(absent(NAME, "CAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "CAA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "CAA"))),
        cannotTellWithout(Topic.DNS));
  }
}
