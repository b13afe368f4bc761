package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withTargets;
import static uk.nhs.estate.sample.Targets.free;
import static uk.nhs.estate.sample.Targets.missing;
import static uk.nhs.estate.sample.Targets.there;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Topic;

class SpfDomainFreeTest extends CheckTest {
  private static DnsFacts spf(String terms) {
    return dns(found(NAME, "TXT", "\"v=spf1 " + terms + "\""));
  }

  SpfDomainFreeTest() {
    super(new SpfDomainFree());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no other domain has a say"),
        passes("no SPF record", dns(absent(NAME, "TXT"))),
        passes(
            "an include that is there",
            withTargets(spf("include:_spf.example.net -all"), there("_spf.example.net"))),
        fails(
            "an include from a domain that nobody has",
            new Verdict.Fail(
                "_spf.example.net", "nor does example.net, which may be free to register"),
            withTargets(
                spf("include:_spf.example.net -all"), free("_spf.example.net", "example.net"))),
        fails(
            "a redirect",
            new Verdict.Fail("example.net", "does not exist"),
            withTargets(spf("redirect=example.net"), free("example.net", "example.net"))),
        fails(
            "the addresses of a host",
            new Verdict.Fail("out.example.net", "does not exist"),
            withTargets(spf("a:out.example.net/28 -all"), free("out.example.net", "example.net"))),
        passes(
            "one that does not exist, in a domain that does, is another rule",
            withTargets(
                spf("include:_spf.example.net -all"), missing("_spf.example.net", "example.net"))),
        passes("what comes after all is not read", spf("-all include:_spf.example.net")),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "SOA"))),
        cannotTell("nobody asked for it", "example.net", spf("include:_spf.example.net -all")),
        cannotTell("the record could not be asked for", "in time", dns(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.DNS));
  }
}
