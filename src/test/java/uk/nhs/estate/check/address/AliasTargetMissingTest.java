package uk.nhs.estate.check.address;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.loop;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.address;
import static uk.nhs.estate.sample.SoundSite.alias;
import static uk.nhs.estate.sample.SoundSite.dangling;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class AliasTargetMissingTest extends CheckTest {
  AliasTargetMissingTest() {
    super(new AliasTargetMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no alias"),
        passes("an alias of a name that is there", alias("trust.supplier.test")),
        passes(
            "the name itself is gone, and the record with it",
            address(nxdomain(HOST, "A"), nxdomain(HOST, "AAAA"))),
        passes(
            "a target without addresses is there",
            address(foundByAlias(List.of("a.test"), HOST, "A", "192.0.2.1"), absent(HOST, "AAAA"))),
        passes(
            "two name servers that contradict each other prove nothing",
            address(
                nxdomain(HOST, "A", "a.test"),
                foundByAlias(List.of("a.test"), HOST, "AAAA", "2001:db8::1"))),
        passes("a circle has no end", address(loop(HOST, "A", HOST), loop(HOST, "AAAA", HOST))),
        fails(
            "a target that does not exist",
            new Verdict.Fail("gone.supplier.test", HOST + " → gone.supplier.test"),
            dangling(null, "gone.supplier.test")),
        fails(
            "the end of a chain does not exist",
            new Verdict.Fail("gone.cdn.test", HOST + " → trust.supplier.test → gone.cdn.test"),
            dangling(null, "trust.supplier.test", "Gone.CDN.test")),
        fails(
            "one kind of address is enough to know",
            new Verdict.Fail("gone.supplier.test", ""),
            address(unasked(HOST, "A"), nxdomain(HOST, "AAAA", "gone.supplier.test"))),
        cannotTell(
            "nothing could be asked",
            "in time",
            address(unasked(HOST, "A"), unasked(HOST, "AAAA"))),
        cannotTellWithout(Topic.ADDRESS));
  }
}
