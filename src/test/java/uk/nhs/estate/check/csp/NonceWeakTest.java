package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class NonceWeakTest extends PolicyCheckTest {

  NonceWeakTest() {
    super(new NonceWeak());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("22 characters are 128 bits", policy("script-src 'nonce-AAAAAAAAAAAAAAAAAAAAAA'")),
        passes(
            "so they are with the signs that fill them up",
            policy("script-src 'nonce-AAAAAAAAAAAAAAAAAAAAAA=='")),
        passes("none", policy("script-src 'self'")),
        passes("a short one of styles", policy("script-src 'self'; style-src 'nonce-abc'")),
        fails("21 characters", "21 characters", policy("script-src 'nonce-AAAAAAAAAAAAAAAAAAAAA'")),
        fails(
            "what fills it up does not count",
            "23 characters",
            policy("script-src 'nonce-AAAAAAAAAAAAAAAAAAAAA=='")));
  }
}
