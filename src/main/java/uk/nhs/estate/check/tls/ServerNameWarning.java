package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds servers that do not know the name they are asked for.
public record ServerNameWarning() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.server-name-warning",
          INFORMATIONAL,
          "The server warns that it does not know the name",
          """
          It shows a certificate all the same, but clients may end the connection at the \
          warning. Often the name is missing from the virtual host.\
          """,
          "Add the name to the virtual host (for Apache: ServerName or ServerAlias).",
          """
          openssl s_client -connect {name}:443 -servername {name} -msg </dev/null | grep -A 1 \
          Alert\
          """,
          rfc(6066, "3"),
          rfc(8446, "6.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture ->
            Trials.unwanted(
                posture.behaviour(Behaviour.SERVER_NAME_WARNING),
                "a warning comes before its answer"));
  }
}
