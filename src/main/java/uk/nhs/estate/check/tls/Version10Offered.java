package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;

/// Finds servers that speak a version that browsers have given up.
public record Version10Offered() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.version-1-0-offered",
          ADVISORY,
          "The server speaks TLS 1.0",
          """
          It rests on hashes that are broken, and browsers have refused it since 2020. Who can \
          be talked into it is protected worse.\
          """,
          """
          Turn TLS 1.0 off; keep TLS 1.2 and 1.3. The Mozilla SSL Configuration Generator \
          writes the lines for most servers.\
          """,
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1 -cipher \
          DEFAULT@SECLEVEL=0 </dev/null\
          """,
          rfc(8996, "2"),
          rfc(9325, "3.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls, posture -> Trials.unwanted(posture.version(TlsPosture.TLS_1_0), "it speaks TLS 1.0"));
  }
}
