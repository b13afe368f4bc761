package uk.nhs.estate.check.csp;

import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;

class NonceStaticTest extends PolicyCheckTest {

  NonceStaticTest() {
    super(new NonceStatic());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes(
            "a new one",
            again(
                "script-src 'nonce-aGVsbG8gd29ybGQhISEhISE1'",
                "script-src 'nonce-aGVsbG8gd29ybGQhISEhISE2'")),
        passes("none", again("script-src 'self'", "script-src 'self'")),
        passes(
            "one of styles that stays",
            again(
                "script-src 'self'; style-src 'nonce-abc'",
                "script-src 'self'; style-src 'nonce-abc'")),
        passes("digests stay", again("script-src 'sha256-abc'", "script-src 'sha256-abc'")),
        fails(
            "the same",
            "the same nonce",
            again(
                "script-src 'nonce-aGVsbG8gd29ybGQhISEhISE'",
                "script-src 'nonce-aGVsbG8gd29ybGQhISEhISE'")),
        fails(
            "the same, from default-src",
            "the same nonce",
            again(
                "default-src 'nonce-aGVsbG8gd29ybGQhISEhISE'",
                "img-src *; script-src-elem 'NONCE-aGVsbG8gd29ybGQhISEhISE'")),
        fails(
            "one of two",
            "the same nonce",
            again(
                "script-src 'nonce-aGVsbG8gd29ybGQhISEhISE' 'nonce-abc'",
                "script-src 'nonce-aGVsbG8gd29ybGQhISEhISE2' 'nonce-abc'")),
        cannotTell(
            "no second look",
            "a second time",
            again("script-src 'nonce-aGVsbG8gd29ybGQhISEhISE'", obstructed(SECURE))),
        cannotTell(
            "another page at the second look",
            "a second time",
            again(
                "script-src 'nonce-aGVsbG8gd29ybGQhISEhISE'",
                answered(hop(SECURE, 302, "Location: /a")))));
  }
}
