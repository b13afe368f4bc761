package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.tls.NamedGroup;

/// Finds servers that lock out who is not ready for quantum computers.
public record PostQuantumOnly() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.post-quantum-only",
          INFORMATIONAL,
          "The server offers nothing but post-quantum key exchange",
          """
          Clients that do not know ML-KEM yet cannot connect: browsers before 2024, and most \
          software that is not a browser.\
          """,
          "Offer x25519 and secp256r1 as well, unless all clients are known.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_3 -groups \
          x25519:prime256v1 </dev/null\
          """,
          rfc(8446, "9.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, PostQuantumOnly::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    var groups = OfferedGroups.groups(posture, TLS_1_3);
    if (Trials.speaksBeforeTls13(posture)
        || groups.stream().anyMatch(group -> !group.isPostQuantum())) {
      return new Verdict.Pass();
    }
    var hidden = OfferedGroups.hidden(posture, TLS_1_3);
    return hidden.isPresent() || groups.isEmpty()
        ? hidden.map(Verdict.class::cast).orElseGet(Verdict.Pass::new)
        : new Verdict.Fail(
            "",
            "TLS 1.3: only " + OfferedSuites.words(groups.stream().map(NamedGroup::name).toList()));
  }
}
