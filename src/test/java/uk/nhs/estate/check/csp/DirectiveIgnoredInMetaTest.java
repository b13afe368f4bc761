package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class DirectiveIgnoredInMetaTest extends PolicyCheckTest {

  DirectiveIgnoredInMetaTest() {
    super(new DirectiveIgnoredInMeta());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes(
            "in the header they count",
            policy("frame-ancestors 'none'; sandbox allow-scripts; report-uri /r")),
        passes("the rest counts in the markup", meta("default-src 'self'; report-to x")),
        fails(
            "in the markup",
            faults("frame-ancestors", "header only", "report-uri", ""),
            meta("default-src 'self'; Frame-Ancestors 'none'; report-uri /r")),
        fails("nothing else in the policy", faults("sandbox", "header only"), meta("sandbox")));
  }
}
