package uk.nhs.estate.check.address;

import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.address;
import static uk.nhs.estate.sample.SoundSite.alias;
import static uk.nhs.estate.sample.SoundSite.dangling;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class AliasChainLongTest extends CheckTest {
  AliasChainLongTest() {
    super(new AliasChainLong());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no alias"),
        passes("eight aliases", alias(chain(8))),
        fails("nine", "9 aliases: " + HOST + " → n1.test → n2.test", alias(chain(9))),
        fails("nine that lead nowhere", "9 aliases", dangling(null, chain(9))),
        cannotTell(
            "nothing could be asked",
            "in time",
            address(unasked(HOST, "A"), unasked(HOST, "AAAA"))),
        cannotTellWithout(Topic.ADDRESS));
  }

  private static String[] chain(int length) {
    return IntStream.rangeClosed(1, length)
        .mapToObj(at -> "n" + at + ".test")
        .toArray(String[]::new);
  }
}
