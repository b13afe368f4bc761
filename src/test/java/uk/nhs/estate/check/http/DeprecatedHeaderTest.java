package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class DeprecatedHeaderTest extends PageCheckTest {

  DeprecatedHeaderTest() {
    super(new DeprecatedHeader());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("none"),
        passes("a filter that is turned off", header("X-XSS-Protection", "0")),
        passes("also with more words", header("X-XSS-Protection", "0; mode=block")),
        fails(
            "a filter that is turned on",
            new Verdict.Fail("X-XSS-Protection", "no such filter any more: X-XSS-Protection: 1"),
            header("X-XSS-Protection", "1; mode=block")),
        fails(
            "its predecessor",
            new Verdict.Fail("feature-policy", "browsers read Permissions-Policy"),
            header("feature-policy", "camera 'none'")),
        fails(
            "twice",
            new Verdict.Fail("Expect-CT", "by themselves: Expect-CT: max-age=0"),
            header("Expect-CT", "max-age=0", "max-age=1")));
  }
}
