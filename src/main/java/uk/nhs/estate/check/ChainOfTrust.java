package uk.nhs.estate.check;

import java.time.Instant;
import java.util.List;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Chain;
import uk.nhs.estate.observation.certificate.ChainJudgement;
import uk.nhs.estate.observation.certificate.Flaw;

/// Judges whether a chain of certificates, as a server sent it, leads to a trusted authority (RFC
/// 5280 §6).
///
/// @param chain the leaf first
public record ChainOfTrust(List<Certificate> chain, Anchors anchors) {

  public ChainOfTrust {
    chain = List.copyOf(chain);
  }

  /// Whether it is trusted; the leaf's own dates are not looked at.
  public Verdict judge(Instant seenAt) {
    return switch (judgement(seenAt)) {
      case ChainJudgement.Holds _ -> new Verdict.Pass();
      case ChainJudgement.Broken(_, var flaw) -> new Verdict.Fail("", words(flaw));
      case ChainJudgement.Unknowable(var why) -> Verdict.Unknown.lasting(why);
    };
  }

  /// The same, and where it breaks.
  public ChainJudgement judgement(Instant seenAt) {
    var leaf = chain.getFirst();
    return Chain.ofServer(leaf, chain, anchors, within(leaf, seenAt)).judge();
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
