package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.mail.Transport.Said;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.mail.Dane;
import uk.nhs.estate.observation.text.TlsaRecord;

/// Finds mail servers that senders who know DANE do not deliver to.
public record DaneTlsaMismatch() implements Check.OfMail {

  /// How old a meeting may be that speaks against records of today: the records may have followed
  /// a new certificate since.
  private static final Duration FRESH = Duration.ofHours(1);

  private static final Rule RULE =
      Rule.of(
          "mail.dane-tlsa-mismatch",
          URGENT,
          "A mail server shows a certificate that its TLSA records do not name",
          """
          Senders who know DANE, the largest among them, take the mail server for somebody who \
          pretends to be it, and do not deliver to it.\
          """,
          """
          Ask whoever runs the mail server to publish the digest of its present key now. At the \
          next change, publish the digest of the new key first, wait until the old records have \
          left all caches, and only then change the certificate.\
          """,
          Transport.TLSA_AND_KEY,
          rfc(7672, "3"),
          rfc(7671, "8.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofServers(
        mail,
        "none of its mail servers has TLSA records that senders can use",
        server ->
            switch (server) {
              case Dane.Hidden hidden -> Transport.unseen(hidden);
              case Dane.None _, Dane.Unsafe _ -> new Transport.Irrelevant();
              case Dane.Pinned pinned ->
                  pinned.usable().isEmpty() ? new Transport.Irrelevant() : judge(mail, pinned);
            });
  }

  private static Said judge(MailFacts mail, Dane.Pinned pinned) {
    return mail.server(pinned.host())
        .map(server -> judge(mail, pinned, server))
        .orElseGet(() -> unseen(pinned, "nobody met it"));
  }

  private static Said judge(MailFacts mail, Dane.Pinned pinned, MailServerFacts server) {
    if (!(server.meeting() instanceof Met met)
        || !(met.tls() instanceof TlsFacts.Completed completed)) {
      return unseen(pinned, "no TLS handshake was completed");
    }
    var chain = completed.certificates();
    if (pinned.fits(chain)) {
      return new Transport.Sound();
    }
    if (chain.size() < completed.chain().size()) {
      return unseen(pinned, "its certificates cannot be read");
    }
    if (pinned.mayBeFulfilledUnseen()) {
      return unseen(pinned, "a TLSA record names an authority that the server need not send");
    }
    if (server.seenAt().isBefore(mail.seenAt().minus(FRESH))) {
      return unseen(pinned, "it was met too long before its TLSA records were asked for");
    }
    return new Transport.Faulty(evidence(pinned, chain));
  }

  private static String evidence(Dane.Pinned pinned, List<X509Certificate> chain) {
    return "TLSA "
        + pinned.usable().stream().map(TlsaRecord::toString).collect(Collectors.joining(", "))
        + "; it shows "
        + chain.stream()
            .map(one -> TlsaRecord.ofKey(3, one).toString())
            .collect(Collectors.joining(", then "));
  }

  private static Said unseen(Dane.Pinned pinned, String why) {
    return new Transport.Unseen(pinned.host() + ": " + why, true);
  }
}
