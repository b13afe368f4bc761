package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.math.BigInteger;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.observation.tls.TlsVersion;

/// Finds servers that use a key more than once that is meant for one connection.
public record KeySharesRepeated() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.key-shares-repeated",
          INFORMATIONAL,
          "Keys of Diffie-Hellman are used for several connections",
          """
          Forward secrecy lasts as long as such a key is kept: who gets hold of it reads all \
          connections that used it. Some servers keep one for seconds, some for weeks.\
          """,
          """
          Have the server make a new key for each connection (for OpenSSL before 1.1: \
          SSL_OP_SINGLE_DH_USE and SSL_OP_SINGLE_ECDH_USE).\
          """,
          """
          for i in 1 2; do openssl s_client -connect {name}:443 -servername {name} -tls1_2 \
          -msg </dev/null | grep -A 30 ServerKeyExchange; done\
          """,
          rfc(9325, "7.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, KeySharesRepeated::judge);
  }

  private static Verdict judge(TlsPosture posture) {
    var keys = posture.keys();
    var faults =
        keys.stream().filter(key -> key.repeated() > 0).map(KeySharesRepeated::words).toList();
    if (!faults.isEmpty()) {
      return new Verdict.Fail("", String.join("; ", faults));
    }
    if (keys.isEmpty()) {
      return new Verdict.NotApplicable("it showed no key to agree on keys with");
    }
    return keys.stream().anyMatch(key -> key.times() > 1)
        ? new Verdict.Pass()
        : Verdict.Unknown.lasting("its keys were not seen often enough to tell");
  }

  private static String words(KeyShown key) {
    return "%s in %s: %d of %d had been sent before"
        .formatted(group(key), TlsVersion.name(key.version()), key.repeated(), key.times());
  }

  private static String group(KeyShown key) {
    if (key.group() != null) {
      return NamedGroup.of(key.group()).name();
    }
    return key.prime() == null
        ? "an unnamed group"
        : "Diffie-Hellman with %d bits"
            .formatted(new BigInteger(1, key.prime().bytes()).bitLength());
  }
}
