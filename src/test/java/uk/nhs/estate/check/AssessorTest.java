package uk.nhs.estate.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundSite;

class AssessorTest {

  private record Passing(Rule rule) implements Check.OfDns {
    @Override
    public Verdict judge(DnsFacts dns) {
      return new Verdict.Pass();
    }
  }

  private record Throwing(Rule rule) implements Check.OfMail {
    @Override
    public Verdict judge(MailFacts mail) {
      throw new IllegalStateException("a fault of ours");
    }
  }

  private record Comparing(Rule rule) implements Check.OfTlsAndHttp {
    @Override
    public Verdict judge(TlsFacts tls, HttpFacts http) {
      return new Verdict.Fail("", http.host() + " " + tls.serverName());
    }
  }

  private static final Check PASSING = new Passing(rule("dns.passing"));
  private static final Check THROWING = new Throwing(rule("mail.throwing"));
  private static final Check COMPARING = new Comparing(rule("whole.comparing"));
  private static final Assessor ASSESSOR = new Assessor(List.of(PASSING, THROWING, COMPARING));

  @Test
  void putsToATargetTheChecksOfItsKind() {
    assertThat(ASSESSOR.assess(SoundDomain.observation()).judgements())
        .extracting(Judgement::rule)
        .containsExactly(PASSING.rule(), THROWING.rule());
    assertThat(ASSESSOR.assess(SoundSite.observation()).judgements())
        .containsExactly(
            new Judgement(
                COMPARING.rule(), new Verdict.Fail("", SoundSite.HOST + " " + SoundSite.HOST)));
  }

  @Test
  void aCheckThatThrowsCannotTellAndIsNamed() {
    var assessment = ASSESSOR.assess(SoundDomain.observation());
    assertThat(assessment.judgements().getFirst().verdict()).isEqualTo(new Verdict.Pass());
    assertThat(assessment.judgements().getLast().verdict()).isInstanceOf(Verdict.Unknown.class);
    assertThat(assessment.broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.rule()).isEqualTo(THROWING.rule());
              assertThat(broken.cause()).hasMessage("a fault of ours");
            });
  }

  @Test
  void aCheckNeverSeesAFailedLook() {
    var assessment = ASSESSOR.assess(SoundDomain.without(Topic.MAIL));
    assertThat(assessment.broken()).isEmpty();
    assertThat(assessment.judgements().getLast().verdict())
        .isEqualTo(new Verdict.Unknown("no answer in time (5 s)"));
  }

  @Test
  void aCheckThatComparesNeedsEverythingItCompares() {
    for (var topic : List.of(Topic.TLS, Topic.HTTP)) {
      assertThat(ASSESSOR.assess(SoundSite.without(topic)).judgements().getFirst().verdict())
          .isInstanceOf(Verdict.Unknown.class);
    }
    assertThat(ASSESSOR.assess(SoundSite.without(Topic.ADDRESS)).judgements().getFirst().verdict())
        .isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void anotherLookIsWorthItWhenItMaySeeWhatThisOneCouldNot() {
    assertThat(ASSESSOR.assess(SoundDomain.without(Topic.MAIL)).isWorthAnotherLook()).isTrue();
    assertThat(worthAnotherLook(new Verdict.Pass(), new Verdict.Unknown("silent"))).isTrue();
    assertThat(worthAnotherLook(new Verdict.Fail(List.of(new Fault("x", "")), List.of("y"))))
        .isTrue();
    assertThat(worthAnotherLook(new Verdict.Pass(), new Verdict.Fail("x", ""))).isFalse();
    assertThat(worthAnotherLook(new Verdict.NotApplicable("gone"))).isFalse();
    assertThat(worthAnotherLook(Verdict.Unknown.lasting("unreadable"))).isFalse();
    assertThat(worthAnotherLook(new Verdict.Unknown(new Obstacle(Obstacle.Kind.FORBIDDEN_ADDRESS))))
        .isFalse();
  }

  private static boolean worthAnotherLook(Verdict... verdicts) {
    return new Assessment(
            SoundDomain.observation(),
            Stream.of(verdicts).map(verdict -> new Judgement(rule("dns.a"), verdict)).toList(),
            List.of())
        .isWorthAnotherLook();
  }

  @Test
  void whatNobodyLookedAtIsAsUnseenAsAFailedLook() {
    var nothing = new Observation(SoundSite.SITE, SoundSite.SEEN, List.of());
    assertThat(ASSESSOR.assess(nothing).judgements().getFirst().verdict())
        .isEqualTo(new Verdict.Unknown("the scanner itself failed (nobody looked at it)"));
  }

  private static Rule rule(String id) {
    return Rule.of(
        id, Severity.ADVISORY, "title", "why", "fix", "dig {name}", Standard.rfc(1034, ""));
  }
}
