package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Staple;

/// Finds certificates of which an OCSP response that came with them says that they are revoked.
/// Nobody is asked otherwise.
public record CertificateRevoked() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-revoked",
          URGENT,
          "The certificate has been revoked",
          """
          Its authority has taken it back, perhaps because somebody else has its key. Browsers \
          that ask stop visitors with a full-page warning.\
          """,
          """
          Find out from the authority why, make a new key, have a new certificate issued and \
          install it today.\
          """,
          Commands.STATUS,
          rfc(6960, "2.2"),
          rfc(6066, "8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain ->
            Staples.judge(
                chain,
                tls.seenAt(),
                staple ->
                    switch (staple) {
                      case Staple.Revoked(var since) ->
                          new Verdict.Fail("", "the OCSP response says: revoked since " + since);
                      case Staple.Good _ -> new Verdict.Pass();
                      case Staple.UnknownToResponder _,
                          Staple.Expired _,
                          Staple.WrongSigner _,
                          Staple.OtherCertificate _,
                          Staple.ErrorStatus _,
                          Staple.Malformed _ ->
                          new Verdict.Unknown("the OCSP response that came with it is of no use");
                      case Staple.Unverified(var why) ->
                          Verdict.Unknown.lasting("the OCSP response cannot be verified: " + why);
                    }));
  }
}
