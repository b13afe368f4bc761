package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds HTTPS records that send browsers where nothing is.
public record HttpsTargetMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dangling.https-target-missing",
              ADVISORY,
              "An HTTPS record points at a name that does not exist",
              """
              Browsers that read HTTPS records lose time or do not reach the site at all. Whoever \
              gets hold of that name can keep them from it, though not pose as the site: the \
              certificate must still be for its name.\
              """,
              "Remove the HTTPS record, or have it point at the server of today.",
              "dig {name} HTTPS +short; dig www.{name} HTTPS +short",
              rfc(9460, "2.5"),
              rfc(9460, "3"),
              rfc(8020, "2"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.gone(dns, Kind.HTTPS);
  }
}
