package uk.nhs.estate.check.address;

import static uk.nhs.estate.sample.Lookups.loop;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.address;
import static uk.nhs.estate.sample.SoundSite.alias;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class AliasLoopTest extends CheckTest {
  AliasLoopTest() {
    super(new AliasLoop());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no alias"),
        passes("aliases with an end", alias("a.test", "b.test")),
        fails(
            "a circle",
            HOST + " → a.test → " + HOST,
            address(loop(HOST, "A", "a.test", HOST), loop(HOST, "AAAA", "a.test", HOST))),
        fails(
            "one kind of address is enough to know",
            HOST + " → " + HOST,
            address(unasked(HOST, "A"), loop(HOST, "AAAA", HOST))),
        cannotTell("one kind of address was hidden", "in time", address(unasked(HOST, "AAAA"))),
        cannotTellWithout(Topic.ADDRESS));
  }
}
