package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class DirectiveDuplicateTest extends PolicyCheckTest {

  DirectiveDuplicateTest() {
    super(new DirectiveDuplicate());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("each once", policy("default-src 'self'; img-src *")),
        passes("once in each of two policies", policy("default-src 'self', default-src *")),
        fails(
            "twice, in any case",
            faults("img-src", "only the first"),
            policy("img-src x; default-src y; IMG-SRC z; img-src a")));
  }
}
