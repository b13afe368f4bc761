package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withTargets;
import static uk.nhs.estate.sample.Targets.free;
import static uk.nhs.estate.sample.Targets.gone;
import static uk.nhs.estate.sample.Targets.hidden;
import static uk.nhs.estate.sample.Targets.missing;
import static uk.nhs.estate.sample.Targets.there;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class SpfTargetMissingTest extends CheckTest {
  private static DnsFacts spf(String terms) {
    return dns(found(NAME, "TXT", "\"v=spf1 " + terms + "\""));
  }

  SpfTargetMissingTest() {
    super(new SpfTargetMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no other domain has a say"),
        passes(
            "an include that is there",
            withTargets(spf("include:_spf.example.net -all"), there("_spf.example.net"))),
        fails(
            "an include that does not exist",
            new Verdict.Fail("_spf.example.net", "_spf.example.net does not exist"),
            withTargets(
                spf("include:_spf.example.net -all"), missing("_spf.example.net", "example.net"))),
        fails(
            "where nobody can register",
            new Verdict.Fail("spf.gone.nhs.uk", "does not exist"),
            withTargets(spf("include:spf.gone.nhs.uk -all"), gone("spf.gone.nhs.uk", null))),
        passes(
            "one whose domain nobody has is another rule",
            withTargets(
                spf("include:_spf.example.net -all"), free("_spf.example.net", "example.net"))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell(
            "it could not be asked",
            "_spf.example.net",
            withTargets(spf("include:_spf.example.net -all"), hidden("_spf.example.net"))),
        cannotTell("the record could not be asked for", "in time", dns(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.DNS));
  }
}
