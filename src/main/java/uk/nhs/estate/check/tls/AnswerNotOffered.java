package uk.nhs.estate.check.tls;

import static java.util.stream.Collectors.joining;
import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Oddity;

/// Finds servers that choose what nobody offered.
public record AnswerNotOffered() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.answer-not-offered",
          INFORMATIONAL,
          "The server answers what it was not offered",
          """
          It chooses a version, a cipher suite or a group that was not on offer. Clients end \
          such a connection, and some device on the way may be the one that answers.\
          """,
          """
          Bring the server, or the load balancer before it, up to date; report it to its \
          maker.\
          """,
          "testssl.sh --protocols --server-preference {name}:443",
          rfc(8446, "4.1.3"),
          rfc(5246, "7.4.1.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture ->
            posture.oddities().isEmpty()
                ? new Verdict.Pass()
                : new Verdict.Fail("", words(posture.oddities())));
  }

  private static String words(List<Oddity> oddities) {
    return oddities.stream()
        .map(it -> "offered %s, answered %s".formatted(it.offered(), it.answered()))
        .collect(joining("; "));
  }
}
