package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Staple;

/// Finds stapled responses that are out of date, from somebody else, about something else, or no
/// answer at all.
public record StapleInvalid() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
              "tls.staple-invalid",
              ADVISORY,
              "The OCSP response that the server sends is of no use",
              """
              It is to show that the certificate has not been revoked, and does not. Some clients \
              refuse to connect, the others ignore it.\
              """,
              """
              Let the server fetch a new response, and find out why it has not; or turn stapling off \
              if the authority no longer answers OCSP.\
              """,
              Commands.STATUS,
              rfc(6066, "8"),
              rfc(6960, "3.2"),
              rfc(6960, "4.2.2"))
          .seenTwice();

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
                      case Staple.Good _, Staple.Revoked _ -> new Verdict.Pass();
                      case Staple.UnknownToResponder _ ->
                          new Verdict.Fail(
                              "", "it says that the responder does not know the certificate");
                      case Staple.Expired(var from, var next) ->
                          new Verdict.Fail(
                              "",
                              "it is from "
                                  + from
                                  + (next == null ? "" : ", and was good until " + next));
                      case Staple.WrongSigner(var why) -> new Verdict.Fail("", why);
                      case Staple.OtherCertificate _ ->
                          new Verdict.Fail("", "it is about another certificate");
                      case Staple.ErrorStatus(var status) ->
                          new Verdict.Fail("", "the responder answered with the error " + status);
                      case Staple.Malformed(var why) ->
                          new Verdict.Fail("", "it is no OCSP response: " + why);
                      case Staple.Unverified(var why) ->
                          Verdict.Unknown.lasting("the OCSP response cannot be verified: " + why);
                    }));
  }
}
