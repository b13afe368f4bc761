package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.LinkedHashMap;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.DnskeyData;

/// Finds RSA keys that are too short to withstand an attacker with means.
public record KeySmall() implements Check.OfDns {

  private static final int LEAST_BITS = 2048;

  private static final Standard NIST_131A =
      new Standard("NIST SP 800-131A Rev. 2 §3", "https://doi.org/10.6028/NIST.SP.800-131Ar2");

  private static final Rule RULE =
      Rule.of(
          "dnssec.key-small",
          ADVISORY,
          "An RSA key of the domain is shorter than 2048 bits",
          """
          An attacker with enough computers can find the private key of a short RSA key, \
          and then forge every answer of the domain.\
          """,
          "Change to algorithm 13 (ECDSAP256SHA256), or to RSA keys of 2048 bits.",
          Commands.KEYS,
          NIST_131A,
          rfc(3110, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.judgeKeys(dns, KeySmall::judge);
  }

  private static Verdict judge(List<DnskeyData> keys) {
    var small = new LinkedHashMap<String, String>();
    boolean unreadable = false;
    for (var key : keys) {
      var bits = key.modulusBits();
      unreadable |= key.isRsa() && bits.isEmpty();
      if (bits.isPresent() && bits.getAsInt() < LEAST_BITS) {
        small.merge(
            key.isEntryPoint() ? "key-signing key" : "zone-signing key",
            Wording.of(key) + ", " + bits.getAsInt() + " bits",
            (one, other) -> one + "; " + other);
      }
    }
    var faults = small.entrySet().stream().map(e -> new Fault(e.getKey(), e.getValue())).toList();
    return faults.isEmpty() && unreadable
        ? new Verdict.Unknown("an RSA key cannot be read")
        : Verdict.ofFaults(faults);
  }
}
