package uk.nhs.estate.check.address;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;

/// Finds sites that are on the older internet only.
public record Ipv6Missing() implements Check.OfAddress {

  private static final Rule RULE =
      Rule.of(
          "address.ipv6-missing",
          INFORMATIONAL,
          "The site cannot be reached over IPv6",
          """
          Visitors on networks that are IPv6 only, as many mobile ones are, reach it through \
          translators that are slower and share addresses between many people.\
          """,
          "Ask the hosting provider for an IPv6 address and publish it as an AAAA record.",
          "dig {name} AAAA +short",
          rfc(6540, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address) {
    return Verdict.ofLookup(
        address.aaaa(),
        six ->
            six.isEmpty()
                ? Verdict.ofLookup(
                    address.a(),
                    four ->
                        four.isEmpty()
                            ? new Verdict.NotApplicable("it has no address")
                            : new Verdict.Fail("", "only " + String.join(", ", four)))
                : new Verdict.Pass());
  }
}
