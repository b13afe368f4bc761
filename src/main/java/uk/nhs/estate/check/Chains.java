package uk.nhs.estate.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import uk.nhs.estate.observation.TlsFacts;

/// Judges every chain of certificates that any address shows to who asks for a site by its name:
/// the worst of them counts, and a pass is one of all of them.
public final class Chains {

  private Chains() {}

  /// Judges chain by chain.
  ///
  /// @param judge the verdict on one chain whose leaf can be read; the evidence need not say which
  ///     one it is
  public static Verdict judge(TlsFacts tls, Function<ShownChain, Verdict> judge) {
    return ofServers(tls, server -> worst(ShownChain.named(server), judge));
  }

  /// Judges address by address, those that showed a certificate to who asks for the site.
  public static Verdict ofServers(TlsFacts tls, Function<TlsFacts.Met, Verdict> judge) {
    var verdicts = new LinkedHashMap<String, Verdict>();
    for (var server : servers(tls)) {
      verdicts.put(server.endpoint().toString(), verdict(server, judge));
    }
    return Offers.worst(verdicts);
  }

  /// What came of every address; of what was kept before every address was looked at, the one.
  public static List<TlsFacts.Server> servers(TlsFacts tls) {
    return tls.servers().isEmpty()
        ? List.of(new TlsFacts.Met(tls.endpoint(), tls.outcome(), null))
        : tls.servers();
  }

  private static Verdict verdict(TlsFacts.Server server, Function<TlsFacts.Met, Verdict> judge) {
    return switch (server) {
      case TlsFacts.Unmet(_, var obstacle) -> new Verdict.Unknown(obstacle);
      case TlsFacts.Met met ->
          ShownChain.named(met).isEmpty() ? withoutCertificate(met) : judge.apply(met);
    };
  }

  private static Verdict withoutCertificate(TlsFacts.Met server) {
    return switch (server.outcome()) {
      case TlsFacts.Completed _ -> Verdict.Unknown.lasting("it showed no certificate");
      case TlsFacts.Failed(_, var answer) ->
          new Verdict.Unknown("no TLS handshake was completed (" + answer + ")");
      case TlsFacts.NotTls _ -> new Verdict.NotApplicable("its port for HTTPS does not speak TLS");
      case TlsFacts.NobodyListens _ -> new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
    };
  }

  private static Verdict worst(List<ShownChain> chains, Function<ShownChain, Verdict> judge) {
    var verdicts = new LinkedHashMap<String, Verdict>();
    for (var chain : chains) {
      var words = chain.words();
      while (verdicts.containsKey(words)) {
        words += " with another chain";
      }
      verdicts.put(
          words,
          chain.isReadable()
              ? judge.apply(chain)
              : Verdict.Unknown.lasting("its certificate cannot be read"));
    }
    return Offers.worst(verdicts);
  }
}
