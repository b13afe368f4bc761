package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.OcspResponse;
import uk.nhs.estate.observation.certificate.Octets;
import uk.nhs.estate.observation.certificate.Timestamp;
import uk.nhs.estate.register.KnownLogs;

/// Counts the logs whose timestamps come with certificates of public authorities: two of them for
/// a life of up to 180 days, else three; two if they come by the TLS extension or in an OCSP
/// response.
///
/// What browsers think of each log changes from week to week and is not asked: too few logs are
/// too few whatever they are. A timestamp that a known log has not signed counts for nothing; one
/// of a log that is not on our list is taken at its word.
///
/// @param anchors the certification authorities that are believed
/// @param logs those whose signatures can be verified
public record CertificateTransparencyMissing(Anchors anchors, KnownLogs logs)
    implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-transparency-missing",
          URGENT,
          "Browsers cannot see that the certificate was made public",
          """
          Chrome, Edge, Safari and Firefox accept certificates of public authorities only with \
          timestamps of several public logs. Without them they stop visitors with a full-page \
          warning.\
          """,
          """
          Have the certificate issued again; public authorities put the timestamps into it \
          unless they are asked not to.\
          """,
          Commands.TEXT,
          rfc(6962, "3.3"),
          new Standard(
              "Chrome Certificate Transparency policy, August 2026",
              "https://googlechrome.github.io/CertificateTransparency/ct_policy.html"),
          new Standard(
              "Apple's Certificate Transparency policy", "https://support.apple.com/en-us/103214"));

  private static final Duration SHORT_LIFE = Duration.ofDays(180);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          if (!chain.isOfPublicAuthority()) {
            return new Verdict.NotApplicable(ShownChain.NOT_PUBLIC);
          }
          return switch (Trust.of(chain, anchors, tls.seenAt())) {
            case Trust.Believed(var path) -> count(chain, path);
            case Trust.Undecided(var reason) -> Verdict.Unknown.lasting(reason);
            case Trust.SelfSigned _,
                Trust.OfPrivateAuthority _,
                Trust.NotForServers _,
                Trust.Incomplete _,
                Trust.Broken _ ->
                new Verdict.NotApplicable("browsers do not believe it whatever the logs say");
          };
        });
  }

  private Verdict count(ShownChain chain, List<Certificate> path) {
    var leaf = chain.leaf();
    var issuer = path.size() > 1 ? path.get(1) : null;
    long inside = count(leaf.scts().stream(), one -> one.verifyEmbedded(leaf, issuer, logs));
    long needed =
        Duration.between(leaf.notBefore(), leaf.notAfter()).compareTo(SHORT_LIFE) <= 0 ? 2 : 3;
    if (inside >= needed) {
      return new Verdict.Pass();
    }
    if (chain.showings().isEmpty()) {
      return Verdict.Unknown.lasting("nobody asked for timestamps beside those in the certificate");
    }
    long beside =
        count(
            Stream.concat(
                chain.timestamps().stream().map(part -> new Octets(part.bytes())),
                chain.staples().stream()
                    .flatMap(
                        part -> OcspResponse.timestamps(new Octets(part.bytes()), leaf).stream())),
            one -> one.verify(leaf, logs));
    return Verdict.passIf(
        beside >= 2,
        "timestamps of %d logs in the certificate, where %d are needed, and of %d beside it"
            .formatted(inside, needed, beside));
  }

  /// How many logs they are of.
  private static long count(Stream<Octets> lists, Function<Timestamp, Timestamp.Outcome> verify) {
    return lists
        .flatMap(list -> Timestamp.readList(list).orElse(List.of()).stream())
        .filter(one -> !(verify.apply(one) instanceof Timestamp.Wrong))
        .map(Timestamp::log)
        .distinct()
        .count();
  }
}
