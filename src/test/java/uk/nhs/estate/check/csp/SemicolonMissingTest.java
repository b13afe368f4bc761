package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class SemicolonMissingTest extends PolicyCheckTest {

  SemicolonMissingTest() {
    super(new SemicolonMissing());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("a semicolon", policy("default-src 'self'; script-src 'self'")),
        passes("hosts with such a part", policy("default-src script-src.test sandbox")),
        fails(
            "none",
            faults("script-src", "default-src"),
            policy("default-src 'self' Script-Src 'self'")),
        fails(
            "none before one without words",
            faults("upgrade-insecure-requests", "img-src"),
            policy("img-src * upgrade-insecure-requests")));
  }
}
