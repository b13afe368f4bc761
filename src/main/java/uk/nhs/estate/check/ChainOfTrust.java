package uk.nhs.estate.check;

import java.security.cert.CertificateEncodingException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Chain;
import uk.nhs.estate.observation.certificate.ChainJudgement;
import uk.nhs.estate.observation.certificate.Flaw;
import uk.nhs.estate.observation.certificate.Sent;

/// Judges whether a chain of certificates, as a server sent it, leads to a trusted authority (RFC
/// 5280 §6).
///
/// @param chain the leaf first
public record ChainOfTrust(List<Certificate> chain, Anchors anchors) {

  public ChainOfTrust {
    chain = List.copyOf(chain);
  }

  /// One in the words of the Java platform.
  public ChainOfTrust(List<X509Certificate> chain, Set<TrustAnchor> anchors) {
    this(read(chain), Anchors.ofPlatform(anchors));
  }

  private static List<Certificate> read(List<X509Certificate> chain) {
    var ders = new ArrayList<byte[]>();
    for (var certificate : chain) {
      try {
        ders.add(certificate.getEncoded());
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException("what was read can be written", e);
      }
    }
    return Sent.readable(ders);
  }

  /// Whether it is trusted; the leaf's own dates are not looked at.
  public Verdict judge(Instant seenAt) {
    var leaf = chain.getFirst();
    return switch (Chain.ofServer(leaf, chain, anchors, within(leaf, seenAt)).judge()) {
      case ChainJudgement.Holds _ -> new Verdict.Pass();
      case ChainJudgement.Broken(_, var flaw) -> new Verdict.Fail("", words(flaw));
      case ChainJudgement.Unknowable(var why) -> Verdict.Unknown.lasting(why);
    };
  }

  /// The moment itself, or the one next to it at which the leaf counts.
  private static Instant within(Certificate leaf, Instant moment) {
    return moment.isBefore(leaf.notBefore())
        ? leaf.notBefore()
        : leaf.isInDate(moment) ? moment : leaf.notAfter();
  }

  private String words(Flaw flaw) {
    if (flaw.kind() == Flaw.Kind.PRIVATE_AUTHORITY) {
      return "it is issued by a private authority: its root, “%s”, is not trusted"
          .formatted(flaw.where());
    }
    return (flaw.where().equals(chain.getFirst()) ? "it" : "“" + flaw.where() + "” in its chain")
        + " "
        + flaw.words();
  }
}
