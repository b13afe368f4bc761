package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds domains for which every certification authority may issue certificates.
public record CaaMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.caa-missing",
          INFORMATIONAL,
          "The domain has no CAA record",
          """
          Unless a zone above it says otherwise, any certification authority in the world may \
          issue a certificate for it, so a mistake at any of them is enough for a false one.\
          """,
          """
          Publish a CAA record for each certification authority that you use, such as \
          0 issue "letsencrypt.org", and one that says where to report attempts at others.\
          """,
          "dig {name} CAA +short",
          rfc(8659, "4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Verdict.ofExistingName(
        dns.caa(), records -> Verdict.passIf(!records.isEmpty(), "no CAA record"));
  }
}
