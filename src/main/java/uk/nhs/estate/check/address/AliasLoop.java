package uk.nhs.estate.check.address;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Lookup;

/// Finds sites whose aliases lead back to where they began.
public record AliasLoop() implements Check.OfAddress {

  private static final Rule RULE =
      Rule.of(
          "address.alias-loop",
          ADVISORY,
          "The site's aliases go round in a circle",
          "There is no address at the end of them, so nobody can visit the site.",
          "Have one of the CNAME records in the circle point at the name that has the address.",
          "dig {name} A",
          rfc(1034, "3.6.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address) {
    return Stream.of(address.a(), address.aaaa())
        .filter(AliasLoop::isLoop)
        .findFirst()
        .<Verdict>map(lookup -> new Verdict.Fail("", Aliases.way(lookup)))
        .orElseGet(
            () ->
                Verdict.ofLookup(
                    address.a(), _ -> Verdict.ofLookup(address.aaaa(), _ -> new Verdict.Pass())));
  }

  private static boolean isLoop(Lookup lookup) {
    return lookup.answer() instanceof Lookup.Absent(var absence, _)
        && absence == Lookup.Absence.LOOP;
  }
}
