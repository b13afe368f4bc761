package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class DirectiveUnknownTest extends PolicyCheckTest {

  DirectiveUnknownTest() {
    super(new DirectiveUnknown());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes(
            "those of the standards",
            policy(
                "default-src x; FENCED-FRAME-SRC x; webrtc 'block'; upgrade-insecure-requests;"
                    + " report-to x; trusted-types x")),
        passes("those that were given up", policy("block-all-mixed-content; prefetch-src 'self'")),
        fails(
            "a slip of the pen",
            faults("scirpt-src", "no directive"),
            policy("default-src 'self'; Scirpt-Src 'none'")),
        fails(
            "a sign of equality, and a semicolon too many",
            faults("default-src='self'", "", "https://x.test", ""),
            policy("default-src='self'; https://x.test; img-src *")),
        fails("in the markup", faults("x", ""), meta("x")));
  }
}
