package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class SourceInvalidTest extends PolicyCheckTest {

  SourceInvalidTest() {
    super(new SourceInvalid());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes(
            "hosts, schemes and keywords",
            policy("default-src 'self' https: x.test *.x.test:* https://x.test/a 'report-sample'")),
        passes("none alone", policy("default-src 'none'; img-src 'none'")),
        passes("what other checks tell", policy("default-src self script-src x")),
        passes(
            "words of other directives",
            policy("trusted-types 'allow-duplicates' #x; default-src *")),
        fails(
            "an unknown keyword",
            faults("script-src 'bogus'", "no source"),
            policy("script-src 'bogus'")),
        fails(
            "none beside others",
            faults("script-src 'none'", "only where it stands alone"),
            policy("script-src 'none' x.test")),
        fails(
            "an asterisk in the middle, a query, one slash",
            faults("img-src w.*.test", "", "img-src x.test/?a", "", "img-src https:/x.test", ""),
            policy("img-src w.*.test x.test/?a https:/x.test")),
        fails(
            "nonces that are none, by their kind",
            faults("script-src 'nonce-…'", "'nonce-' is no source"),
            policy("script-src 'nonce-' 'nonce-$$'")),
        fails(
            "a comma in the markup",
            faults("img-src 'self',", "no source"),
            meta("img-src 'self', font-src *")));
  }
}
