package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.OcspResponse;
import uk.nhs.estate.observation.certificate.Octets;
import uk.nhs.estate.observation.certificate.Timestamp;

/// Counts the logs whose timestamps come with certificates of public authorities: two of them for
/// a life of up to 180 days, else three; two if they come by the TLS extension or in an OCSP
/// response.
///
/// What browsers think of each log changes from week to week and is not asked: too few logs are
/// too few whatever they are.
///
/// @param anchors the certification authorities that are believed
public record CertificateTransparencyMissing(Anchors anchors) implements Check.OfTls {

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
            case Trust.Believed _ -> count(chain);
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

  private static Verdict count(ShownChain chain) {
    var leaf = chain.leaf();
    long inside = logs(leaf.scts().stream());
    long needed =
        Duration.between(leaf.notBefore(), leaf.notAfter()).compareTo(SHORT_LIFE) <= 0 ? 2 : 3;
    if (inside >= needed) {
      return new Verdict.Pass();
    }
    if (chain.showings().isEmpty()) {
      return Verdict.Unknown.lasting("nobody asked for timestamps beside those in the certificate");
    }
    long beside =
        logs(
            Stream.concat(
                chain.timestamps().stream().map(part -> new Octets(part.bytes())),
                chain.staples().stream()
                    .flatMap(
                        part -> OcspResponse.timestamps(new Octets(part.bytes()), leaf).stream())));
    return Verdict.passIf(
        beside >= 2,
        "timestamps of %d logs in the certificate, where %d are needed, and of %d beside it"
            .formatted(inside, needed, beside));
  }

  private static long logs(Stream<Octets> lists) {
    return lists
        .flatMap(list -> Timestamp.readList(list).orElse(List.of()).stream())
        .map(Timestamp::log)
        .distinct()
        .count();
  }
}
