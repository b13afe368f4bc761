package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial;

/// Finds servers that newer clients cannot talk to.
public record HelloIntolerance() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
              "tls.hello-intolerance",
              ADVISORY,
              "The server fails at greetings that are in order",
              """
              Newer browsers greet it with more than it expects and cannot connect, or only at a \
              second try.\
              """,
              "Bring the server, or the load balancer before it, up to date.",
              "testssl.sh --grease {name}:443",
              rfc(8446, "4.1.2"),
              rfc(8701, "1"))
          .seenTwice();

  private static final List<Hello> HELLOS =
      List.of(
          new Hello(Behaviour.TOLERATES_TLS_1_3_HELLO, "a hello that offers TLS 1.3"),
          new Hello(Behaviour.TOLERATES_LARGE_HELLO, "a hello of more than 511 octets"),
          new Hello(Behaviour.TOLERATES_MANY_SUITES, "a hello of more than 64 cipher suites"),
          new Hello(Behaviour.TOLERATES_UNKNOWN_EXTENSIONS, "a hello with unknown extensions"),
          new Hello(Behaviour.TOLERATES_SERVER_NAME, "a hello with a server name"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, HelloIntolerance::judge);
  }

  /// A greeting that is in order.
  private record Hello(Behaviour answered, String words) {}

  private static Verdict judge(TlsPosture posture) {
    var faults = new ArrayList<String>();
    Verdict hidden = null;
    for (var hello : HELLOS) {
      switch (posture.behaviour(hello.answered())) {
        case Trial.TakenUp _ -> {}
        case Trial.TurnedDown(var answer) ->
            faults.add(answer.isEmpty() ? hello.words() : hello.words() + ": " + answer);
        case Trial.Undecided(var obstacle) -> hidden = new Verdict.Unknown(obstacle);
      }
    }
    if (!faults.isEmpty()) {
      return new Verdict.Fail("", String.join("; ", faults));
    }
    return hidden == null ? new Verdict.Pass() : hidden;
  }
}
