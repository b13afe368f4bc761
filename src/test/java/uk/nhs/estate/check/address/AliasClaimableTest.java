package uk.nhs.estate.check.address;

import static uk.nhs.estate.sample.Claimable.CLOUD;
import static uk.nhs.estate.sample.Claimable.SERVICES;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.address;
import static uk.nhs.estate.sample.SoundSite.alias;
import static uk.nhs.estate.sample.SoundSite.dangling;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class AliasClaimableTest extends CheckTest {
  AliasClaimableTest() {
    super(new AliasClaimable(SERVICES));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no alias"),
        passes("an alias into the service is no fault while the name is there", alias(CLOUD)),
        passes("the target is gone, but at no such service", dangling(null, "gone.supplier.test")),
        passes(
            "the service proves it by its answer, and not by a missing name",
            dangling(null, "gone.pages.test")),
        passes("labels are not cut", dangling(null, "gone.notcloud.test")),
        fails(
            "the name at the service is gone",
            new Verdict.Fail(CLOUD, HOST + " → trust.cloud.test, at Cloud"),
            dangling(null, CLOUD)),
        fails(
            "so it is at the end of a chain",
            new Verdict.Fail(CLOUD, "at Cloud"),
            dangling(null, "www.agency.test", CLOUD)),
        passes(
            "what is gone is behind the service, and of somebody else",
            dangling(null, CLOUD, "gone.supplier.test")),
        passes(
            "what is gone is behind the service, and its own",
            dangling(null, CLOUD, "edge.cloud.test")),
        cannotTell(
            "nothing could be asked",
            "in time",
            address(unasked(HOST, "A"), unasked(HOST, "AAAA"))),
        cannotTellWithout(Topic.ADDRESS));
  }
}
