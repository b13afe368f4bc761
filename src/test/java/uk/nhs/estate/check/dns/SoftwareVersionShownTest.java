package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.silence;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;

class SoftwareVersionShownTest extends ServerCheckTest {
  SoftwareVersionShownTest() {
    super(new SoftwareVersionShown());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOFTWARE_VERSION),
        Stream.of(
            fails(
                "a version",
                ONE,
                "version.bind says \"9.18.24-1-Debian\"",
                dns(ONE, Question.SOFTWARE_VERSION, version("\"9.18.24-1-Debian\""))),
            passes(
                "a text without a version",
                dns(ONE, Question.SOFTWARE_VERSION, version("\"none of your business\""))),
            passes("no text", dns(ONE, Question.SOFTWARE_VERSION, version("\"\""))),
            cannotTell(
                "no answer", "no answer in time", dns(ONE, Question.SOFTWARE_VERSION, silence()))));
  }

  private static Replied version(String text) {
    return answer(record("version.bind", "TXT", text));
  }
}
