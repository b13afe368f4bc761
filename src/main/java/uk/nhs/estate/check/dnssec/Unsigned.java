package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.text.Nsec3ParamData;

/// Finds domains whose answers anybody on the way can forge.
public record Unsigned() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.unsigned",
          INFORMATIONAL,
          "The domain is not signed with DNSSEC",
          """
          Whoever can answer in place of its name servers can send visitors and mail \
          elsewhere. HTTPS protects websites from most of it; mail between servers is \
          less protected.\
          """,
          """
          Ask your DNS provider to sign the zone and to publish the DS record at the \
          parent; most do both at the push of a button. Sign only where signing anew is \
          automatic and watched.\
          """,
          Commands.DS_AND_KEYS,
          rfc(4033, "5"),
          rfc(9364, "1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.judge(
        dns,
        security ->
            switch (security) {
              case Security.Secure _ -> new Verdict.Pass();
              case Security.Insecure(var why) -> judgeKeys(dns, why);
              case Security.Bogus _ ->
                  new Verdict.NotApplicable("it is signed, and its chain of trust is broken");
              case Security.Unchecked(var obstacle) -> new Verdict.Unknown(obstacle);
            });
  }

  private static Verdict judgeKeys(DnsFacts dns, String why) {
    if (!Zone.keys(dns).isEmpty()) {
      return new Verdict.Pass();
    }
    return Zone.provesThatThereAreNoKeys(dns)
        ? new Verdict.Fail("", why.contains("NSEC") ? why : why + proof(dns))
        : new Verdict.Unknown("could not ask whether it has keys");
  }

  /// How the parent's servers prove that there is no DS record (RFC 4035 §5.2, RFC 5155 §8.9), for
  /// when the validator has not said so itself.
  private static String proof(DnsFacts dns) {
    var proofs =
        dns.parentServers().stream()
            .flatMap(Zone::replies)
            .flatMap(reply -> reply.authority().stream())
            .toList();
    if (Denial.nsec3(proofs.stream()).anyMatch(Nsec3ParamData::isOptOut)) {
      return ", by NSEC3 with opt-out";
    }
    return Stream.of("NSEC3", "NSEC")
        .filter(type -> proofs.stream().anyMatch(r -> r.type().equals(type)))
        .findFirst()
        .map(type -> ", by " + type)
        .orElse("");
  }
}
