package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class InlineScriptAllowedTest extends PolicyCheckTest {

  InlineScriptAllowedTest() {
    super(new InlineScriptAllowed());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("scripts of the site's own host alone", policy("script-src 'self'")),
        passes("default-src stands for script-src", policy("default-src 'self'")),
        passes(
            "a nonce takes it back",
            policy("script-src 'unsafe-inline' 'nonce-aGVsbG8gd29ybGQhISEhISE'")),
        passes("so does strict-dynamic", policy("script-src 'unsafe-inline' 'strict-dynamic'")),
        passes(
            "a second policy forbids it",
            policy("script-src 'unsafe-inline'", "default-src 'self'")),
        passes("the markup forbids it", meta("script-src 'self'")),
        passes("no script runs in a sandbox", policy("sandbox allow-forms")),
        fails(
            "it is allowed",
            "script-src has 'unsafe-inline'",
            policy("script-src 'unsafe-inline'")),
        fails(
            "a nonce that is none takes nothing back",
            "'unsafe-inline'",
            policy("script-src 'unsafe-inline' 'nonce-'")),
        fails(
            "nothing is said of scripts",
            "no script-src and no default-src",
            policy("upgrade-insecure-requests")),
        fails(
            "of script elements something else is said",
            "script-src-elem",
            policy("script-src 'self'; script-src-elem 'unsafe-inline'")),
        fails(
            "every policy allows it",
            "default-src has 'unsafe-inline'; script-src has",
            policy("default-src 'unsafe-inline', script-src 'unsafe-inline'")),
        cannotTell(
            "a page that was not read may hold another policy",
            "was not read",
            unread("img-src 'self'")));
  }
}
