package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial;

/// Finds servers that do not notice when a client is pushed to an old version.
public record FallbackScsvMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.fallback-scsv-missing",
          INFORMATIONAL,
          "A fallback to an older version is not turned away",
          """
          Clients that try again with an older version when a connection fails can be pushed \
          there by whoever is on the way.\
          """,
          "Turn the old versions off; or bring the TLS library up to date.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -fallback_scsv \
          </dev/null\
          """,
          rfc(7507, "3"),
          rfc(9325, "3.1.3"));

  private static final List<Integer> OLD = List.of(SSL_3, TLS_1_0, TLS_1_1);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture -> OLD.stream().anyMatch(posture::speaks) ? judge(posture) : noOldVersion(posture));
  }

  private static Verdict judge(TlsPosture posture) {
    return TlsPosture.VERSIONS.stream().filter(posture::speaks).count() > 1
        ? Trials.wanted(
            posture.behaviour(Behaviour.FALLBACK_SCSV),
            "it carries on with a client that fell back")
        : new Verdict.Pass();
  }

  private static Verdict noOldVersion(TlsPosture posture) {
    return OLD.stream()
        .map(posture::version)
        .filter(Trial.Undecided.class::isInstance)
        .map(trial -> Trials.wanted(trial, ""))
        .findFirst()
        .orElseGet(Verdict.Pass::new);
  }
}
