package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class EventHandlersAllowedTest extends PolicyCheckTest {

  EventHandlersAllowedTest() {
    super(new EventHandlersAllowed());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("neither is allowed", policy("script-src 'self'")),
        passes(
            "handlers are forbidden where elements are",
            policy("script-src 'self'; script-src-attr 'none'")),
        passes(
            "single handlers by their digest", policy("script-src 'unsafe-hashes' 'sha256-abc'")),
        fails(
            "handlers alone are allowed",
            "script-src-attr has 'unsafe-inline'",
            policy("script-src 'self'; script-src-attr 'unsafe-inline'")),
        fails(
            "of handlers nothing is said",
            "no script-src and no default-src",
            policy("script-src-elem 'self'")),
        doesNotApply(
            "scripts that stand in the page run",
            "run as well",
            policy("script-src 'unsafe-inline'")));
  }
}
