package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class DataScriptsAllowedTest extends PolicyCheckTest {

  DataScriptsAllowedTest() {
    super(new DataScriptsAllowed());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("no scheme", policy("script-src 'self'")),
        passes("an asterisk means hosts", policy("script-src *")),
        passes("for images alone", policy("default-src 'self'; img-src data:")),
        passes(
            "it does not count beside strict-dynamic",
            policy("script-src 'nonce-abc' 'strict-dynamic' data:")),
        fails("it is allowed", "script-src has data:", policy("script-src 'self' DATA:")),
        fails(
            "default-src stands for script-src",
            "default-src has data:",
            policy("default-src * data:")),
        doesNotApply(
            "nothing is said of scripts", "restrains no scripts", policy("img-src data:")));
  }
}
