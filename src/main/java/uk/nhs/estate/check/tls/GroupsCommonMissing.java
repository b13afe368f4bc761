package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.tls.NamedGroup;

/// Finds servers without a group that everybody knows.
public record GroupsCommonMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.groups-common-missing",
          INFORMATIONAL,
          "The server offers neither x25519 nor secp256r1",
          """
          Some clients know no other group and cannot connect; TLS 1.3 asks everybody to know \
          secp256r1.\
          """,
          "Offer x25519 and secp256r1 beside the others.",
          """
          openssl s_client -connect {name}:443 -servername {name} -groups x25519:prime256v1 \
          </dev/null\
          """,
          rfc(8446, "9.1"),
          rfc(8422, "5.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, GroupsCommonMissing::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    var faults = new ArrayList<String>();
    Verdict.Unknown hidden = null;
    for (int version : List.of(TLS_1_2, TLS_1_3)) {
      var groups = OfferedGroups.groups(posture, version);
      if (groups.stream().anyMatch(GroupsCommonMissing::isCommon)) {
        continue;
      }
      var its = OfferedGroups.hidden(posture, version);
      if (its.isPresent()) {
        hidden = its.get();
      } else if (!groups.isEmpty()) {
        faults.add(
            (version == TLS_1_3 ? "TLS 1.3" : "TLS 1.2 and before")
                + ": only "
                + OfferedSuites.words(groups.stream().map(NamedGroup::name).toList()));
      }
    }
    if (!faults.isEmpty()) {
      return new Verdict.Fail("", String.join("; ", faults));
    }
    return hidden == null ? new Verdict.Pass() : hidden;
  }

  /// Who offers no group but post-quantum ones is another check's business.
  private static boolean isCommon(NamedGroup group) {
    return group.name().equals("x25519")
        || group.name().equals("secp256r1")
        || group.isPostQuantum();
  }
}
