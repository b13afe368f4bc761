package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds SPF records that name what is not there.
public record SpfTargetMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dangling.spf-target-missing",
              ADVISORY,
              "The SPF record names a domain that does not exist",
              """
              An include or a redirect of it makes receivers take SPF for broken; other terms cost \
              a look-up for nothing. Whoever gets hold of that name one day may send mail in the \
              name of this domain.\
              """,
              """
              Remove the term from the SPF record, or put in the name that the service uses today.\
              """,
              "dig {name} TXT +short | grep -i v=spf1",
              rfc(7208, "5.2"),
              rfc(7208, "4.6.4"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.missing(dns, Kind.SPF);
  }
}
