package uk.nhs.estate.check.csp;

import java.util.stream.Stream;

class HttpScriptsAllowedTest extends PolicyCheckTest {

  HttpScriptsAllowedTest() {
    super(new HttpScriptsAllowed());
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes(
            "hosts without a scheme are met over https",
            policy("script-src cdn.test https://x.test")),
        passes("images", policy("default-src 'self'; img-src http:")),
        passes(
            "another policy wants https", policy("script-src http://cdn.test, script-src https:")),
        passes(
            "it does not count beside strict-dynamic",
            policy("script-src 'nonce-abc' 'strict-dynamic' http:")),
        fails(
            "a host",
            faults("http://cdn.test", "over http"),
            policy("script-src http://cdn.test 'self'")),
        fails(
            "all hosts, and one with a port",
            faults("http:", "over http", "http://a.test:8080/b/", "over http"),
            policy("script-src http: HTTP://a.test:8080/b/ https://b.test")),
        doesNotApply(
            "nothing is said of scripts", "restrains no scripts", policy("img-src http:")));
  }
}
