package uk.nhs.estate.check.csp;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.register.BypassHosts;
import uk.nhs.estate.register.BypassHosts.Entry;
import uk.nhs.estate.register.BypassHosts.Serves;

class BypassHostTest extends PolicyCheckTest {

  BypassHostTest() {
    super(
        new BypassHost(
            new BypassHosts(
                List.of(
                    new Entry("ajax.test", "/angular/1.js", Serves.ANGULAR, false),
                    new Entry("tags.test", "/gtm/js", Serves.CALLBACK, true)))));
  }

  @Override
  protected Stream<Example> ofPolicies() {
    return Stream.of(
        passes("hosts that are not on the list", policy("script-src 'self' https://cdn.test")),
        passes(
            "another path of a host on the list",
            policy("script-src https://ajax.test/jquery/3.js")),
        passes("one that needs eval, without", policy("script-src tags.test")),
        passes(
            "hosts do not count beside strict-dynamic",
            policy("script-src 'nonce-abc' 'strict-dynamic' ajax.test")),
        passes("another policy keeps it out", policy("script-src ajax.test, script-src 'self'")),
        passes("for images", policy("script-src 'self'; img-src ajax.test")),
        fails(
            "a host on the list",
            faults("ajax.test", "AngularJS"),
            policy("script-src 'self' ajax.test")),
        fails(
            "the path on the list",
            faults("ajax.test", "AngularJS"),
            policy("script-src https://ajax.test/angular/")),
        fails(
            "below an asterisk, and with eval",
            faults("ajax.test", "AngularJS", "tags.test", "call what their address says"),
            policy("script-src *.test 'unsafe-eval'")),
        doesNotApply("all hosts are let in", "any host", policy("script-src https:")),
        doesNotApply(
            "nothing is said of scripts", "restrains no scripts", policy("img-src ajax.test")));
  }
}
