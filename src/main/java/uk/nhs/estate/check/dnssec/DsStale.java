package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.DnskeyData;
import uk.nhs.estate.observation.text.DsData;

/// Finds DS records that were left behind when keys were changed.
public record DsStale() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.ds-stale",
          INFORMATIONAL,
          "The parent has a DS record for a key that the domain does not have",
          """
          It does no harm while another DS record fits, and for a while it belongs to a \
          change of keys. Left behind, it hides mistakes at the next change.\
          """,
          """
          If no change of keys is under way, have the parent remove the DS record, \
          through the registrar or, under nhs.uk, NHS England's DNS team.\
          """,
          Commands.DS_AND_KEYS,
          rfc(6781, "4.1.2"),
          rfc(6781, "4.3.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.judgeDs(dns, ds -> Zone.judgeKeys(dns, keys -> judge(dns.name(), ds, keys)));
  }

  private static Verdict judge(String zone, List<DsData> ds, List<DnskeyData> keys) {
    var stale =
        ds.stream().filter(one -> keys.stream().noneMatch(key -> one.fits(zone, key))).toList();
    return stale.size() == ds.size()
        ? new Verdict.NotApplicable("no DS record fits a key")
        : Verdict.ofFaults(
            stale.stream()
                .map(
                    one ->
                        new Fault(
                            "DS " + one.keyTag() + " (" + Wording.digest(one) + ")",
                            Wording.of(one)
                                + "; the zone has "
                                + keys.stream().map(Wording::of).collect(Collectors.joining("; "))))
                .toList());
  }
}
