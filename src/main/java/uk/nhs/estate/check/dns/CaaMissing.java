package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.RelevantCaa;

/// Finds domains for which every certification authority may issue certificates.
public record CaaMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.caa-missing",
          INFORMATIONAL,
          "Neither the domain nor a name above it has a CAA record",
          """
          Any certification authority in the world may issue a certificate for it, so a mistake at \
          any of them is enough for a false one.\
          """,
          """
          Publish a CAA record for each certification authority that you use, such as \
          0 issue "letsencrypt.org", and one that says where to report attempts at others.\
          """,
          "dig {name} CAA +short",
          rfc(8659, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    if (dns.caa().provesThatTheNameDoesNotExist()) {
      return new Verdict.NotApplicable("the name does not exist");
    }
    return switch (dns.relevantCaa()) {
      case RelevantCaa.Found _ -> new Verdict.Pass();
      case RelevantCaa.None _ -> new Verdict.Fail("", "no CAA record up to the top");
      case RelevantCaa.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
    };
  }
}
