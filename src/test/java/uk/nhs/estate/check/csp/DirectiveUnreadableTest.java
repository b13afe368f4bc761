package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class DirectiveUnreadableTest extends PolicyCheckTest {

  DirectiveUnreadableTest() {
    super(new DirectiveUnreadable());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("plain characters", policy("default-src 'self'")),
        passes("A-labels", policy("img-src xn--caf-dma.nhs.uk")),
        fails(
            "typographic quotation marks",
            faults("script-src", "beyond ASCII"),
            policy("default-src 'self'; Script-Src \u2018self\u2019")),
        fails(
            "nothing else in the policy",
            faults("script-src", "beyond ASCII"),
            policy("script-src caf\u00e9.nhs.uk")));
  }
}
