package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class EvalAllowedTest extends PolicyCheckTest {

  EvalAllowedTest() {
    super(new EvalAllowed());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("without the word", policy("script-src 'self'")),
        passes("for WebAssembly alone", policy("script-src 'wasm-unsafe-eval'")),
        passes(
            "texts must be trusted",
            policy("script-src 'unsafe-eval'; require-trusted-types-for 'script'")),
        passes("one policy forbids it", policy("script-src 'unsafe-eval', default-src 'self'")),
        fails(
            "with the word",
            "script-src has 'unsafe-eval'",
            policy("script-src 'self' 'unsafe-eval'")),
        fails(
            "a nonce does not take it back",
            "'unsafe-eval'",
            policy("script-src 'nonce-abc' 'strict-dynamic' 'unsafe-eval'")),
        doesNotApply(
            "nothing is said of scripts", "restrains no scripts", policy("img-src 'self'")));
  }
}
