package uk.nhs.estate.check.tls;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.LastAnswers;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.OcspResponse;
import uk.nhs.estate.observation.certificate.Octets;
import uk.nhs.estate.observation.certificate.Staple;

/// Judges the OCSP responses that came with a chain.
final class Staples {
  private record Question(Part response, List<Certificate> chain, Instant at) {}

  private static final LastAnswers<Question, Staple> JUDGED =
      new LastAnswers<>(
          64,
          asked ->
              OcspResponse.judge(
                  new Octets(asked.response().bytes()),
                  asked.chain().getFirst(),
                  asked.chain(),
                  asked.at()));

  private Staples() {}

  /// The verdict on all of them: a fault of one is a fault, then what one leaves open is open.
  static Verdict judge(ShownChain chain, Instant at, Function<Staple, Verdict> judge) {
    Verdict worst = new Verdict.Pass();
    for (var part : chain.staples()) {
      var verdict =
          judge.apply(
              OcspResponse.judge(new Octets(part.bytes()), chain.leaf(), chain.certificates(), at));
      if (verdict instanceof Verdict.Fail) {
        return verdict;
      }
      if (verdict instanceof Verdict.Unknown) {
        worst = verdict;
      }
    }
    return chain.staples().isEmpty()
        ? new Verdict.NotApplicable("no OCSP response came with it")
        : worst;
  }
}
