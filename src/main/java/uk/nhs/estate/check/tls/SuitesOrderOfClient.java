package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.TlsVersion;

/// Finds servers that leave it to the client to choose a weak suite.
public record SuitesOrderOfClient() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.suites-order-of-client",
          INFORMATIONAL,
          "The client decides, though weak cipher suites are offered",
          """
          A client with a bad list of its own gets a weak suite although both sides know a \
          better one.\
          """,
          "Take the weak suites out of the list, or have the server decide.",
          "testssl.sh --server-preference {name}:443",
          rfc(9325, "4.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, SuitesOrderOfClient::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    var faults = new ArrayList<String>();
    Verdict.Unknown hidden = null;
    for (int version : OfferedSuites.BEFORE_TLS_1_3) {
      var weak = OfferedSuites.names(posture, version, SuitesOrderOfClient::isWeak);
      boolean hasBoth =
          !weak.isEmpty()
              && !OfferedSuites.names(posture, version, SuitesOrderOfClient::isStrong).isEmpty();
      var order = posture.suites(version).map(TlsPosture.Suites::order).orElse(Order.ONE);
      if (hasBoth && order == Order.CLIENT) {
        faults.add(TlsVersion.name(version) + ": " + OfferedSuites.words(weak));
      }
      if (hasBoth && order == Order.UNKNOWN) {
        hidden =
            new Verdict.Unknown(
                "who decides in " + TlsVersion.name(version) + " could not be seen");
      }
      if (hidden == null && order != Order.SERVER) {
        hidden = OfferedSuites.hidden(posture, version).orElse(null);
      }
    }
    if (!faults.isEmpty()) {
      return new Verdict.Fail("", String.join("; ", faults));
    }
    return hidden == null ? new Verdict.Pass() : hidden;
  }

  private static boolean isWeak(CipherSuite suite) {
    return !suite.isForwardSecret() || suite.cipher().equals("RC4") || suite.bits() < 128;
  }

  private static boolean isStrong(CipherSuite suite) {
    return !isWeak(suite);
  }
}
