package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.ChainJudgement;
import uk.nhs.estate.observation.certificate.Weight;

/// Lists what RFC 5280 and the CA/Browser Forum ask of authorities, and the authority of this
/// certificate did not do.
///
/// @param anchors the certification authorities that are believed
public record CertificateLints(Anchors anchors) implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-lints",
          INFORMATIONAL,
          "The authority did not keep to the rules for public certificates",
          """
          Visitors do not notice. Authorities have to revoke such certificates within days once \
          it is found out, so that the site then needs another one at short notice.\
          """,
          """
          Tell the authority, and be ready to replace the certificate; automatic renewal makes \
          that easy.\
          """,
          Commands.TEXT,
          baseline("7.1.2.7"),
          baseline("4.9.1.1"),
          rfc(5280, "4.2"));

  private static final String ORGANISATIONAL_UNIT = "2.5.4.11";
  private static final Instant WITHOUT_UNITS_SINCE = Instant.parse("2022-09-01T00:00:00Z");

  /// A serial number has 64 random bits: one in 65,536 begins with sixteen zeros.
  private static final int LEAST_SERIAL_BITS = 48;

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
          var lints =
              Stream.concat(own(chain.leaf()), onTheWay(chain, tls.seenAt())).distinct().toList();
          return Verdict.passIf(lints.isEmpty(), String.join("; ", lints));
        });
  }

  /// What is asked of the site's certificate alone.
  private static Stream<String> own(Certificate leaf) {
    var lints = new ArrayList<String>();
    if (leaf.serial().bitLength() < LEAST_SERIAL_BITS) {
      lints.add("its serial number is too short to be random (§7.1.2.7)");
    }
    if (!leaf.notBefore().isBefore(WITHOUT_UNITS_SINCE)
        && leaf.subject().attributes().stream()
            .anyMatch(attribute -> attribute.type().equals(ORGANISATIONAL_UNIT))) {
      lints.add("its subject has an organisational unit (§7.1.2.7)");
    }
    return lints.stream();
  }

  /// What is seen in judging the way to the root.
  private Stream<String> onTheWay(ShownChain chain, Instant at) {
    return Trust.judge(chain, anchors, at) instanceof ChainJudgement.Holds(var path, var lints)
        ? lints.stream()
            .filter(lint -> lint.kind().weight() != Weight.REMARK)
            .filter(lint -> !lint.where().equals(path.getLast()))
            .map(lint -> SentCertificates.words(lint.where()) + " " + lint.words())
        : Stream.empty();
  }
}
