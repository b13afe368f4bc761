package uk.nhs.estate.check.whole;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.RelevantCaa;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.text.CaaProperty;
import uk.nhs.estate.register.CertificateIssuers;

/// Finds sites whose certificate cannot be renewed where it came from.
///
/// @param issuers by which domains authorities know themselves
public record CaaForbidsIssuer(CertificateIssuers issuers) implements Check.OfAddressAndTls {

  private static final Rule RULE =
      Rule.of(
          "whole.caa-forbids-issuer",
          ADVISORY,
          "The CAA records do not allow the issuer of the certificate",
          """
          The authority that issued the certificate will refuse to renew it, and the site goes \
          down when it expires. If nobody of yours ordered it there, it may be one that should \
          never have been issued.\
          """,
          """
          If the certificate is yours, add an issue record for its authority to the CAA records. If \
          not, find out who ordered it, and have it revoked.\
          """,
          "dig {name} CAA +short; openssl s_client -connect {name}:443 </dev/null | grep issuer",
          rfc(8659, "3"),
          rfc(8659, "4.2"),
          rfc(8659, "4.3"));

  /// The organisation in a name as RFC 2253 writes it, escapes and all.
  private static final Pattern ORGANISATION =
      Pattern.compile("(?:^|(?<!\\\\)[,+])O=((?:\\\\.|[^\\\\,+\"])*+)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address, TlsFacts tls) {
    return Verdict.ofCertificate(tls, leaf -> judge(address, tls.serverName(), leaf));
  }

  private Verdict judge(AddressFacts address, String host, X509Certificate leaf) {
    if (leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal())) {
      return new Verdict.NotApplicable("its certificate is self-signed");
    }
    var name = nameIn(leaf, host);
    if (name.isEmpty()) {
      return new Verdict.NotApplicable("its certificate is for another name");
    }
    boolean wild = name.get().startsWith("*.");
    return switch (address.relevantCaa(wild ? name.get().substring(2) : host)) {
      case RelevantCaa.None _ ->
          new Verdict.NotApplicable("no CAA record: every authority may issue");
      case RelevantCaa.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
      case RelevantCaa.Found(var at, var properties) -> judge(leaf, at, counting(properties, wild));
    };
  }

  /// The records that count for a certificate: with a wildcard those of `issuewild`, if there are
  /// any (RFC 8659 §4.3).
  private static List<CaaProperty> counting(List<CaaProperty> properties, boolean wild) {
    var forWild = properties.stream().filter(one -> wild && one.is("issuewild")).toList();
    return forWild.isEmpty()
        ? properties.stream().filter(one -> one.is("issue")).toList()
        : forWild;
  }

  private Verdict judge(X509Certificate leaf, String at, List<CaaProperty> counting) {
    if (counting.isEmpty()) {
      return new Verdict.Pass(); // nothing is forbidden
    }
    var organisation = organisation(leaf);
    var own = organisation.map(issuers::domains).orElse(Set.of());
    if (own.isEmpty()) {
      return new Verdict.Unknown(
          organisation.orElse("the issuer") + " is not on the list of certification authorities");
    }
    boolean allowed =
        counting.stream()
            .flatMap(one -> one.issuer().stream())
            .anyMatch(issuer -> own.contains(issuer.domain()));
    return Verdict.passIf(
        allowed,
        "issued by %s, while %s has %s"
            .formatted(
                organisation.orElse(""),
                at,
                counting.stream().map(CaaProperty::toString).collect(Collectors.joining(", "))));
  }

  /// The name in the certificate that stands for the site: itself, or a wildcard (RFC 6125 §6.4.3).
  private static Optional<String> nameIn(X509Certificate leaf, String host) {
    var wild = "*" + host.substring(Math.max(0, host.indexOf('.')));
    var names = names(leaf);
    return List.of(host, wild).stream().filter(names::contains).findFirst();
  }

  private static Set<String> names(X509Certificate leaf) {
    try {
      var names = leaf.getSubjectAlternativeNames();
      return names == null
          ? Set.of()
          : names.stream()
              .filter(name -> Integer.valueOf(2).equals(name.getFirst())) // dNSName
              .map(name -> name.getLast().toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
    } catch (CertificateParsingException _) {
      return Set.of();
    }
  }

  private static Optional<String> organisation(X509Certificate leaf) {
    var found = ORGANISATION.matcher(leaf.getIssuerX500Principal().getName());
    return found.find()
        ? Optional.of(found.group(1).replaceAll("\\\\(.)", "$1"))
        : Optional.empty();
  }
}
