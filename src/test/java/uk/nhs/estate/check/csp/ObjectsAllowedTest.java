package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class ObjectsAllowedTest extends PolicyCheckTest {

  ObjectsAllowedTest() {
    super(new ObjectsAllowed());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("none", policy("object-src 'none'")),
        passes("default-src stands for object-src", policy("default-src 'self'")),
        passes("a host", policy("object-src https://x.test")),
        fails(
            "nothing is said of them",
            "no object-src and no default-src",
            policy("script-src 'self'")),
        fails(
            "all hosts", "object-src has https:", policy("default-src 'self'; object-src https:")));
  }
}
