package uk.nhs.estate.check.tls;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Compares the certificates of the addresses of a site, each kind of key for itself: not every
/// address need have both.
public record CertificatesDiffer() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
              "tls.certificates-differ",
              INFORMATIONAL,
              "Addresses of the site show different certificates",
              """
              Large suppliers do this all the time, and while a certificate is being renewed it is \
              as it should be. Otherwise one of the servers was forgotten, and its certificate \
              expires first.\
              """,
              "Check that every server gets the new certificate when it is renewed.",
              Commands.CHAIN,
              rfc(8446, "4.4.2"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    var hidden =
        Chains.servers(tls).stream()
            .filter(
                server -> !(server instanceof TlsFacts.Met met) || ShownChain.named(met).isEmpty())
            .map(server -> server.endpoint().toString())
            .toList();
    var different =
        byKind(tls).values().stream()
            .filter(leaves -> leaves.size() > 1)
            .map(CertificatesDiffer::words)
            .toList();
    if (!different.isEmpty()) {
      return new Verdict.Fail("", String.join("; ", different));
    }
    if (Chains.servers(tls).size() - hidden.size() > 1) {
      return hidden.isEmpty()
          ? new Verdict.Pass()
          : new Verdict.Unknown("no certificate was seen at " + String.join(", ", hidden));
    }
    return hidden.isEmpty()
        ? new Verdict.NotApplicable("one address was looked at")
        : Chains.judge(tls, _ -> new Verdict.NotApplicable("one address shows a certificate"));
  }

  /// At which addresses each certificate is shown, by the kind of its key.
  private static Map<String, Map<Set<String>, List<String>>> byKind(TlsFacts tls) {
    var byKind = new TreeMap<String, Map<Set<String>, List<String>>>();
    for (var server : Chains.servers(tls)) {
      if (server instanceof TlsFacts.Met met) {
        leaves(met)
            .forEach(
                (kind, leaves) ->
                    byKind
                        .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(leaves, _ -> new ArrayList<>())
                        .add(met.endpoint().toString()));
      }
    }
    return byKind;
  }

  private static Map<String, Set<String>> leaves(TlsFacts.Met server) {
    return ShownChain.named(server).stream()
        .filter(ShownChain::isReadable)
        .map(ShownChain::leaf)
        .collect(
            groupingBy(leaf -> leaf.key().algorithm(), mapping(SentCertificates::words, toSet())));
  }

  private static String words(Map<Set<String>, List<String>> leaves) {
    return leaves.entrySet().stream()
        .map(of -> String.join(", ", of.getValue()) + ": " + String.join(" and ", of.getKey()))
        .collect(joining("; "));
  }
}
