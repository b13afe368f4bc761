package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class InlineStyleAllowedTest extends PolicyCheckTest {

  InlineStyleAllowedTest() {
    super(new InlineStyleAllowed());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("style sheets of the site", policy("style-src 'self'")),
        passes("in attributes alone", policy("style-src 'self'; style-src-attr 'unsafe-inline'")),
        passes("a digest takes it back", policy("style-src 'unsafe-inline' 'sha256-abc'")),
        fails(
            "it is allowed",
            "style-src has 'unsafe-inline'",
            policy("style-src 'self' 'unsafe-inline'")),
        fails(
            "strict-dynamic is of scripts",
            "default-src has 'unsafe-inline'",
            policy("default-src 'unsafe-inline' 'strict-dynamic'")),
        fails(
            "nothing is said of styles",
            "no style-src and no default-src",
            policy("script-src 'self'")));
  }
}
