package uk.nhs.estate.check.caa;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.CaaProperty;

/// Finds CAA records whose flags mean nothing.
public record FlagsReserved() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "caa.flags-reserved",
          INFORMATIONAL,
          "A CAA record has flags that mean nothing",
          """
          Only 0 and 128 have a meaning. Flags of 1 are often meant to make a record critical, \
          and do not.\
          """,
          """
          Set the flags to 0, or to 128 if an authority that does not know the tag must not \
          issue.\
          """,
          Caa.COMMAND,
          rfc(8659, "4.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Caa.judgeEach(
        dns, CaaProperty::setsReservedFlags, property -> "flags of " + property.flags());
  }
}
