package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.observation.tls.NamedGroup.Kind;

/// Finds servers with curves that are too small.
public record GroupsWeak() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.groups-weak",
          ADVISORY,
          "The server offers curves of less than 224 bits",
          """
          Keys on such curves are within reach of those who can spend much; no browser offers \
          them any more.\
          """,
          "Offer x25519, secp256r1 and secp384r1 only.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -curves \
          secp192k1:prime192v1 </dev/null\
          """,
          rfc(9325, "4.5"),
          rfc(8422, "5.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, posture -> OfferedGroups.without(posture, GroupsWeak::isSo));
  }

  private static boolean isSo(NamedGroup group) {
    return group.kind() == Kind.CURVE && group.size() < 224;
  }
}
