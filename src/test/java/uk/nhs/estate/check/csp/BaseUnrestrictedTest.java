package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class BaseUnrestrictedTest extends PolicyCheckTest {

  BaseUnrestrictedTest() {
    super(new BaseUnrestricted());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("a nonce, and no base", policy("script-src 'nonce-abc'; base-uri 'none'")),
        passes("a nonce, and bases of the site", policy("script-src 'nonce-abc'; base-uri 'self'")),
        passes(
            "scripts come from hosts that are named, whatever the base is",
            policy("script-src 'self'")),
        passes(
            "another policy names the hosts", policy("script-src 'nonce-abc', script-src 'self'")),
        passes("a nonce of styles", policy("script-src 'self'; style-src 'nonce-abc'")),
        passes("nothing is said of scripts", policy("img-src 'self'")),
        fails(
            "a nonce, and nothing is said of the base",
            "no base-uri",
            policy("script-src 'nonce-abc'")),
        fails(
            "default-src does not stand for it",
            "no base-uri",
            policy("default-src 'nonce-abc' 'strict-dynamic'")),
        fails(
            "a nonce, and any base",
            "base-uri has https:",
            policy("script-src 'nonce-abc'; base-uri https:")));
  }
}
