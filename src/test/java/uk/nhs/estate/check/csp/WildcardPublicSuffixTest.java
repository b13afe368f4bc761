package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class WildcardPublicSuffixTest extends PolicyCheckTest {

  WildcardPublicSuffixTest() {
    super(new WildcardPublicSuffix());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("below a name that is registered", policy("script-src *.trust.nhs.uk")),
        passes("one host", policy("script-src nhs.uk")),
        passes(
            "it does not count beside strict-dynamic",
            policy("script-src 'nonce-abc' 'strict-dynamic' *.co.uk")),
        passes("another policy keeps them out", policy("script-src *.co.uk, script-src 'self'")),
        passes(
            "another policy names one of them", policy("script-src *.co.uk, script-src x.co.uk")),
        fails(
            "all of the NHS",
            faults("*.nhs.uk", "nhs.uk is a public suffix"),
            policy("script-src 'self' *.nhs.uk")),
        fails(
            "of a registry, of a host of websites, and of all there is",
            faults(
                "https://*.co.uk:443/a",
                "co.uk is",
                "*.github.io",
                "github.io is",
                "*.uk",
                "uk is"),
            policy("script-src https://*.CO.uk:443/a *.github.io *.uk")),
        fails(
            "the list's rule for what is not on it",
            faults("*.no-such-domain", "is a public suffix"),
            policy("script-src *.no-such-domain")),
        fails(
            "another policy lets them in too",
            faults("*.co.uk", "co.uk is"),
            policy("script-src *.co.uk, script-src *.co.uk 'self'")),
        doesNotApply("all hosts are let in", "any host", policy("script-src https: *.nhs.uk")),
        doesNotApply(
            "nothing is said of scripts", "restrains no scripts", policy("img-src *.nhs.uk")));
  }
}
