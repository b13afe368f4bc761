package uk.nhs.estate.check.mail;

import static java.util.stream.Collectors.joining;
import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.TlsVersion;

/// Finds mail servers that agree to versions of TLS with known weaknesses.
public record SmtpTlsOld() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-tls-old",
          ADVISORY,
          "A mail server accepts TLS 1.1 or older",
          """
          Old versions can be broken by whoever is on the way. All senders that matter have \
          spoken TLS 1.2 for years.\
          """,
          "Turn off TLS 1.0, TLS 1.1 and SSL on the mail server, and keep TLS 1.2 and 1.3.",
          Smtp.CONNECT + " -tls1_1 -cipher DEFAULT@SECLEVEL=0 </dev/null",
          rfc(8996, ""),
          rfc(9325, "3.1.1"));

  private static final List<Integer> OLD =
      TlsPosture.VERSIONS.stream().filter(version -> version < TlsPosture.TLS_1_2).toList();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofMet(
        mail,
        met ->
            met.posture() == null
                ? Smtp.ofTrial(met, met.oldTls(), "it agrees to an offer of old versions: ")
                : ofVersions(met.posture()));
  }

  private static Verdict ofVersions(TlsPosture posture) {
    var spoken = OLD.stream().filter(posture::speaks).map(TlsVersion::name).collect(joining(", "));
    if (!spoken.isEmpty()) {
      return new Verdict.Fail("", "it speaks " + spoken);
    }
    return OLD.stream()
        .flatMap(
            version ->
                posture.version(version) instanceof Trial.Undecided(var obstacle)
                    ? Stream.of(new Verdict.Unknown(obstacle))
                    : Stream.empty())
        .map(Verdict.class::cast)
        .findFirst()
        .orElseGet(Verdict.Pass::new);
  }
}
