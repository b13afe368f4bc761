package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class KeywordUnquotedTest extends PolicyCheckTest {

  KeywordUnquotedTest() {
    super(new KeywordUnquoted());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes(
            "in quotation marks",
            policy("default-src 'self'; script-src 'nonce-abc' 'sha256-abc' 'unsafe-inline'")),
        passes("a host with such a part", policy("default-src self.test none.test")),
        passes("words of other directives", policy("sandbox; trusted-types none; report-to self")),
        fails("without", faults("default-src none", "none"), policy("default-src none")),
        fails(
            "with one, and with double ones",
            faults("script-src 'self", "", "script-src \"unsafe-inline\"", ""),
            policy("script-src 'self \"unsafe-inline\"")),
        fails(
            "nonces and digests by their kind",
            faults("script-src 'nonce-…'", "nonce-abc", "script-src 'sha256-…'", "'sha256-x"),
            policy("script-src nonce-abc nonce-def 'sha256-x")));
  }
}
