package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class FormsUnrestrictedTest extends PolicyCheckTest {

  FormsUnrestrictedTest() {
    super(new FormsUnrestricted());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("to the site itself", policy("form-action 'self'")),
        passes("to nobody", policy("form-action 'none'")),
        passes("to nobody, in a sandbox", policy("sandbox")),
        passes("the markup says so", meta("form-action 'self'")),
        fails("default-src does not stand for it", "no form-action", policy("default-src 'none'")),
        fails("to all hosts", "form-action has https:", policy("form-action 'self' https:")));
  }
}
