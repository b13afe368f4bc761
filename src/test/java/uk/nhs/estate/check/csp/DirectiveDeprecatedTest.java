package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class DirectiveDeprecatedTest extends PolicyCheckTest {

  DirectiveDeprecatedTest() {
    super(new DirectiveDeprecated());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("those in use", policy("default-src 'self'; child-src x; report-uri /r")),
        fails(
            "three that were given up",
            faults("block-all-mixed-content", "", "plugin-types", "", "referrer", ""),
            policy(
                "default-src 'self'; block-all-mixed-content; plugin-types application/pdf;"
                    + " referrer no-referrer")));
  }
}
