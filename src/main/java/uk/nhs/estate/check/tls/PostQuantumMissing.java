package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.NamedGroup;

/// Finds servers whose recorded connections will be read when there are quantum computers.
public record PostQuantumMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.post-quantum-missing",
          INFORMATIONAL,
          "The server offers no post-quantum key exchange",
          """
          Who records a connection today may read it when there are quantum computers. The \
          NCSC asks for plans by 2028, for the most important moves by 2031, and for all of \
          them by 2035.\
          """,
          "Offer X25519MLKEM768 beside x25519; it may need a newer TLS library (OpenSSL 3.5).",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_3 -groups \
          X25519MLKEM768 </dev/null\
          """,
          new Standard(
              "NCSC: Timelines for migration to post-quantum cryptography",
              "https://www.ncsc.gov.uk/guidance/pqc-migration-timelines"),
          new Standard("FIPS 203", "https://csrc.nist.gov/pubs/fips/203/final"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, PostQuantumMissing::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    if (posture.version(TLS_1_3) instanceof Trial.TurnedDown) {
      return new Verdict.Fail("", "it does not speak TLS 1.3");
    }
    var groups = OfferedGroups.groups(posture, TLS_1_3);
    if (groups.stream().anyMatch(NamedGroup::isPostQuantum)) {
      return new Verdict.Pass();
    }
    var hidden = OfferedGroups.hidden(posture, TLS_1_3);
    return hidden.isPresent()
        ? hidden.get()
        : new Verdict.Fail(
            "",
            "TLS 1.3: only " + OfferedSuites.words(groups.stream().map(NamedGroup::name).toList()));
  }
}
