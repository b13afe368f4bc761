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

class ValueMalformedTest extends CheckTest {
  private static DnsFacts caa(String... records) {
    return dns(found(NAME, "CAA", records));
  }

  ValueMalformedTest() {
    super(new ValueMalformed());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an authority's name"),
        passes("nobody", caa("0 issue \";\"", "0 issuewild \"\"")),
        passes(
            "conditions",
            caa(
                "0 issue \"ca.test; accounturi=https://ca.test/1;"
                    + " validationmethods=dns-01,http-01\"")),
        passes("what is no issuer is not read as one", caa("0 iodef \"%%%%%\"")),
        fails(
            "a value that breaks the grammar",
            new Verdict.Fail("0 issue \"%%%%%\"", "breaks the grammar"),
            caa("0 issue \"%%%%%\"", "0 issue \"ca.test\"")),
        fails(
            "a semicolon too many",
            new Verdict.Fail("0 issuewild \"ca.test; a=b;\"", "breaks the grammar"),
            caa("0 issuewild \"ca.test; a=b;\"")),
        fails(
            "two accounts",
            new Verdict.Fail(
                "0 issue \"ca.test; accounturi=https://ca.test/1; accounturi=https://ca.test/2\"",
                "no request can meet"),
            caa("0 issue \"ca.test; accounturi=https://ca.test/1; accounturi=https://ca.test/2\"")),
        doesNotApply("no record of its own", "no CAA records", dns(absent(NAME, "CAA"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "CAA"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "CAA"))),
        cannotTellWithout(Topic.DNS));
  }
}
