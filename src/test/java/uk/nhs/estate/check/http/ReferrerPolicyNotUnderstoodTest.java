package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.stream.Stream;

class ReferrerPolicyNotUnderstoodTest extends PageCheckTest {
  private static final String RP = "Referrer-Policy";

  ReferrerPolicyNotUnderstoodTest() {
    super(new ReferrerPolicyNotUnderstood());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("one that is known"),
        passes("a list for older browsers", header(RP, "no-referrer,, Origin", "same-origin")),
        passes("an empty value", header(RP, "")),
        fails("a word of old", "pass over never", header(RP, "never")),
        fails("beside others", "pass over bogus", header(RP, "no-referrer, bogus")),
        doesNotApply("none", "sends no " + RP, header(RP)));
  }
}
