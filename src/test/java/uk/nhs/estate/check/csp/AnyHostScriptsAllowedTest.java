package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class AnyHostScriptsAllowedTest extends PolicyCheckTest {

  AnyHostScriptsAllowedTest() {
    super(new AnyHostScriptsAllowed());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("hosts that are named", policy("script-src 'self' https://cdn.test *.trust.nhs.uk")),
        passes(
            "hosts do not count beside strict-dynamic",
            policy("script-src 'nonce-abc' 'strict-dynamic' https: *")),
        passes("nothing", policy("script-src 'none'")),
        passes("one policy names them", policy("script-src https:, script-src 'self'")),
        fails("all over https", "script-src has https:", policy("script-src 'self' https:")),
        fails("all", "default-src has *", policy("default-src *")),
        fails(
            "all at one port",
            "script-src has https://*:8443",
            policy("script-src https://*:8443")),
        fails(
            "a scheme of sockets means https too", "script-src has ws:", policy("script-src ws:")),
        fails("a nonce does not restrain hosts", "https:", policy("script-src 'nonce-abc' https:")),
        fails(
            "nothing is said of scripts",
            "no script-src and no default-src",
            policy("frame-ancestors 'none'")));
  }
}
