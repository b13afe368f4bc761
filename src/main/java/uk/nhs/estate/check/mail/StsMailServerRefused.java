package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.CertificateNames;
import uk.nhs.estate.check.ChainOfTrust;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.mail.Published;
import uk.nhs.estate.observation.mail.Sts;
import uk.nhs.estate.observation.text.StsPolicy;

/// Finds mail servers to which senders do not deliver, because MTA-STS tells them to make sure of
/// whom they talk to.
///
/// @param anchors the certification authorities that are believed
public record StsMailServerRefused(Anchors anchors) implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-mail-server-refused",
          URGENT,
          "MTA-STS keeps senders from delivering to a mail server",
          """
          The domain's policy says that mail is only for servers that prove who they are over \
          TLS. This one does not, so large senders hold its mail back and then return it.\
          """,
          """
          Give the server a certificate from a public authority that is in date and lists the \
          name in the MX record. Until then, set the policy's mode to testing and change its \
          id.\
          """,
          Smtp.CHAIN,
          rfc(8461, "4.2"),
          rfc(8461, "5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(mail, () -> judgeReceiver(mail));
  }

  private Verdict judgeReceiver(MailFacts mail) {
    var sts = Sts.of(mail);
    if (sts.record() instanceof Published.Hidden(var obstacle)) {
      return new Verdict.Unknown(obstacle);
    }
    if (sts.record() instanceof Published.One
        && sts.fetched() instanceof Sts.Hidden(var obstacle)) {
      return new Verdict.Unknown(obstacle);
    }
    var policy = sts.policy();
    if (policy.isEmpty()) {
      return new Verdict.NotApplicable("senders find no MTA-STS policy");
    }
    if (policy.get().mode() != StsPolicy.Mode.ENFORCE) {
      return new Verdict.NotApplicable("its MTA-STS policy does not enforce anything");
    }
    return Smtp.ofMet(
        mail,
        (server, met) ->
            policy.get().allows(server.host())
                ? judge(server, met)
                : new Verdict.Pass()); // one that it does not allow is another check's business
  }

  private Verdict judge(MailServerFacts server, MailServerFacts.Met met) {
    return Smtp.refusal(met)
        .<Verdict>map(refusal -> new Verdict.Fail("", refusal))
        .orElseGet(() -> Smtp.ofCertificates(server, met, this::judge));
  }

  private Verdict judge(MailServerFacts server, List<Certificate> chain) {
    var leaf = chain.getFirst();
    Verdict worst = new Verdict.Pass();
    for (var verdict :
        List.of(
            Smtp.dates(leaf, server.seenAt()),
            CertificateNames.judge(leaf, server.host()),
            new ChainOfTrust(chain, anchors).judge(server.seenAt()))) {
      if (verdict instanceof Verdict.Fail(var faults, _)) {
        return new Verdict.Fail("", "its certificate: " + faults.getFirst().evidence());
      }
      if (!(verdict instanceof Verdict.Pass)) {
        worst = verdict;
      }
    }
    return worst;
  }
}
