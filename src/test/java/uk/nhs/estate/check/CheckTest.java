package uk.nhs.estate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundSite;

/// Tests one check by examples, each of which spoils one thing in a sound sample. Whoever tests a
/// check extends it, so that no check is without a pass, a fail and an unknown.
public abstract class CheckTest {

  private final Check check;

  protected CheckTest(Check check) {
    this.check = check;
  }

  /// Everything that the check must get right, boundaries included.
  protected abstract Stream<Example> examples();

  /// One observation and what is to be said of it.
  ///
  /// @param expected its texts need only occur in what the check says
  public record Example(String sentence, Observation observation, Verdict expected) {}

  @TestFactory
  Stream<DynamicTest> judges() {
    return examples()
        .map(
            example ->
                dynamicTest(
                    example.sentence(),
                    () -> assertSays(verdictOn(example.observation()), example.expected())));
  }

  @Test
  void isShownAPassAFailAndAnUnknown() {
    var expected = examples().map(Example::expected).toList();
    assertThat(expected).hasAtLeastOneElementOfType(Verdict.Pass.class);
    assertThat(expected).hasAtLeastOneElementOfType(Verdict.Fail.class);
    assertThat(expected).hasAtLeastOneElementOfType(Verdict.Unknown.class);
  }

  /// What it says of an observation, asked as the assessor asks.
  private Verdict verdictOn(Observation observation) {
    var assessment = new Assessor(List.of(check)).assess(observation);
    assertThat(assessment.broken()).isEmpty();
    assertThat(assessment.judgements()).hasSize(1);
    return assessment.judgements().getFirst().verdict();
  }

  private static void assertSays(Verdict said, Verdict expected) {
    assertThat(said).isInstanceOf(expected.getClass());
    switch (expected) {
      case Verdict.Pass _ -> {}
      case Verdict.NotApplicable(var reason) ->
          assertThat(((Verdict.NotApplicable) said).reason()).contains(reason);
      case Verdict.Unknown(var reason, _) ->
          assertThat(((Verdict.Unknown) said).reason()).contains(reason);
      case Verdict.Fail(var faults, var hidden) -> {
        var fail = (Verdict.Fail) said;
        assertThat(fail.hidden()).isEqualTo(hidden);
        assertThat(fail.faults())
            .extracting(Fault::subject)
            .containsExactlyElementsOf(faults.stream().map(Fault::subject).toList());
        for (int at = 0; at < faults.size(); at++) {
          assertThat(fail.faults().get(at).evidence()).contains(faults.get(at).evidence());
        }
      }
    }
  }

  protected Example passes(String sentence, Facts... spoilt) {
    return new Example(sentence, observation(spoilt), new Verdict.Pass());
  }

  /// The target itself is at fault.
  protected Example fails(String sentence, String evidence, Facts... spoilt) {
    return fails(sentence, new Verdict.Fail("", evidence), spoilt);
  }

  protected Example fails(String sentence, Verdict.Fail expected, Facts... spoilt) {
    return new Example(sentence, observation(spoilt), expected);
  }

  protected Example doesNotApply(String sentence, String reason, Facts... spoilt) {
    return new Example(sentence, observation(spoilt), new Verdict.NotApplicable(reason));
  }

  protected Example cannotTell(String sentence, String reason, Facts... spoilt) {
    return new Example(sentence, observation(spoilt), new Verdict.Unknown(reason));
  }

  /// Nobody could look at one thing.
  protected Example cannotTellWithout(Topic hidden) {
    return new Example(
        "cannot tell when " + hidden + " is hidden",
        hidden.target() == Target.Kind.DOMAIN
            ? SoundDomain.without(hidden)
            : SoundSite.without(hidden),
        new Verdict.Unknown("no answer in time"));
  }

  private Observation observation(Facts... spoilt) {
    return check.target() == Target.Kind.DOMAIN
        ? SoundDomain.observation(spoilt)
        : SoundSite.observation(spoilt);
  }
}
