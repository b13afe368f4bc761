package uk.nhs.estate.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.sample.SoundDomain.DOMAIN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.finding.Finding.Status;
import uk.nhs.estate.finding.Reconciliation.Step;
import uk.nhs.estate.observation.Observation;

class ReconciliationTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration APART = Duration.ofMinutes(2);
  private static final Instant TOO_SOON = MONDAY.plus(APART).minusMillis(1);
  private static final Instant SOON_ENOUGH = MONDAY.plus(APART);
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1));
  private static final Rule RULE = rule("dns.a", ADVISORY);
  private static final Rule TWICE = rule("dns.a", URGENT);
  private static final Rule OTHER = rule("dns.b", URGENT);

  private static final Verdict PASS = new Verdict.Pass();
  private static final Verdict UNKNOWN = new Verdict.Unknown("hidden");
  private static final Verdict GONE = new Verdict.NotApplicable("gone");

  @Test
  void aFailOpensAFinding() {
    var step = only(reconcile(List.of(), MONDAY, fail("x")));
    assertThat(step.change()).isEqualTo(Change.OPENED);
    assertThat(step.finding())
        .isEqualTo(new Finding(key("x"), ADVISORY, Status.OPEN, "seen x", MONDAY, MONDAY, null, 1));
  }

  @Test
  void nothingButAFailOpensOne() {
    assertThat(reconcile(List.of(), MONDAY, PASS)).isEmpty();
    assertThat(reconcile(List.of(), MONDAY, UNKNOWN)).isEmpty();
    assertThat(reconcile(List.of(), MONDAY, GONE)).isEmpty();
  }

  @Test
  void aFaultThatIsStillThereStaysOpenWithNewEvidence() {
    var again = new Verdict.Fail("x", "worse");
    var step = only(reconcile(List.of(open("x")), TUESDAY, again));
    assertThat(step.change()).isNull();
    assertThat(step.finding())
        .isEqualTo(new Finding(key("x"), ADVISORY, Status.OPEN, "worse", MONDAY, TUESDAY, null, 1));
  }

  @Test
  void anOpenFindingTakesTheSeverityThatItsRuleHasNow() {
    var severe = new Judgement(rule("dns.a", URGENT), fail("x"));
    var step = only(Reconciliation.of(List.of(open("x")), assessment(TUESDAY, severe), APART));
    assertThat(step.finding().severity()).isEqualTo(URGENT);
    assertThat(step.change()).isNull();
  }

  @Test
  void aPassResolves() {
    var step = only(reconcile(List.of(open("x")), TUESDAY, PASS));
    assertThat(step.change()).isEqualTo(Change.RESOLVED);
    assertThat(step.finding())
        .isEqualTo(
            new Finding(key("x"), ADVISORY, Status.RESOLVED, "seen x", MONDAY, MONDAY, TUESDAY, 1));
  }

  @Test
  void whatDoesNotApplyWithdraws() {
    var step = only(reconcile(List.of(open("x")), TUESDAY, GONE));
    assertThat(step.change()).isEqualTo(Change.WITHDRAWN);
    assertThat(step.finding().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(step.finding().closedAt()).isEqualTo(TUESDAY);
  }

  @Test
  void theUnknownChangesNothing() {
    assertThat(reconcile(List.of(open("x")), TUESDAY, UNKNOWN)).isEmpty();
    assertThat(reconcile(closed(Status.RESOLVED), WEDNESDAY, UNKNOWN)).isEmpty();
    assertThat(reconcile(closed(Status.WITHDRAWN), WEDNESDAY, UNKNOWN)).isEmpty();
  }

  @Test
  void aClosedFindingIsReopenedAndCounted() {
    for (var status : List.of(Status.RESOLVED, Status.WITHDRAWN)) {
      var step = only(reconcile(closed(status), WEDNESDAY, fail("x")));
      assertThat(step.change()).isEqualTo(Change.REOPENED);
      assertThat(step.finding())
          .isEqualTo(
              new Finding(
                  key("x"), ADVISORY, Status.OPEN, "seen x", WEDNESDAY, WEDNESDAY, null, 2));
    }
  }

  @Test
  void aClosedFindingStaysClosed() {
    assertThat(reconcile(closed(Status.RESOLVED), WEDNESDAY, PASS)).isEmpty();
    assertThat(reconcile(closed(Status.RESOLVED), WEDNESDAY, GONE)).isEmpty();
    assertThat(reconcile(closed(Status.WITHDRAWN), WEDNESDAY, PASS)).isEmpty();
    assertThat(reconcile(closed(Status.WITHDRAWN), WEDNESDAY, fail("y")))
        .extracting(Step::change)
        .containsExactly(Change.OPENED);
  }

  @Test
  void aFailResolvesTheSubjectsThatAreInOrder() {
    var steps = reconcile(List.of(open("x"), open("y")), TUESDAY, fail("y", "z"));
    assertThat(changes(steps)).isEqualTo(changes("x", Change.RESOLVED, "z", Change.OPENED));
    assertThat(steps).hasSize(3);
  }

  @Test
  void aSubjectThatWasHiddenStaysAsItWas() {
    var verdict = new Verdict.Fail(List.of(new Fault("y", "seen y")), List.of("x"));
    var steps = reconcile(List.of(open("x"), open("w")), TUESDAY, verdict);
    assertThat(changes(steps)).isEqualTo(changes("w", Change.RESOLVED, "y", Change.OPENED));
    assertThat(steps).noneMatch(step -> step.finding().key().subject().equals("x"));
  }

  @Test
  void aHiddenSubjectIsKnownByTheNameItIsKeptBy() {
    var subject = "s".repeat(400);
    var before = only(reconcile(List.of(), MONDAY, fail(subject))).finding();
    var verdict = new Verdict.Fail(List.of(new Fault("y", "")), List.of(subject));
    assertThat(changes(reconcile(List.of(before), TUESDAY, verdict)))
        .isEqualTo(changes("y", Change.OPENED));
  }

  @Test
  void theSameSubjectTwiceIsOneFinding() {
    var verdict = new Verdict.Fail(List.of(new Fault("x", "first"), new Fault("x", "second")));
    var step = only(reconcile(List.of(), MONDAY, verdict));
    assertThat(step.finding().evidence()).isEqualTo("first");
  }

  @Test
  void aRuleTouchesItsOwnFindingsOnly() {
    var other = open(new FindingKey(DOMAIN, "dns.b", "x"), URGENT);
    var steps =
        Reconciliation.of(
            List.of(open("x"), other),
            assessment(TUESDAY, new Judgement(RULE, PASS), new Judgement(OTHER, fail("x"))),
            APART);
    assertThat(steps)
        .extracting(step -> step.finding().key().rule(), Step::change)
        .containsExactly(tuple("dns.a", Change.RESOLVED), tuple("dns.b", null));
  }

  @Test
  void aRuleThatCountsNoMoreWithdrawsItsFindings() {
    var steps =
        Reconciliation.of(
            List.of(open("x"), open("y")),
            assessment(TUESDAY, new Judgement(OTHER, UNKNOWN)),
            APART);
    assertThat(changes(steps)).isEqualTo(changes("x", Change.WITHDRAWN, "y", Change.WITHDRAWN));
  }

  @Test
  void aNewUrgentFaultIsSuspectedOnly() {
    var step = only(reconcile(List.of(), MONDAY, TWICE, fail("x")));
    assertThat(step.change()).isEqualTo(Change.SUSPECTED);
    assertThat(step.isTold()).isFalse();
    assertThat(step.finding().isOpen()).isFalse();
    assertThat(step.finding())
        .isEqualTo(
            new Finding(key("x"), URGENT, Status.SUSPECTED, "seen x", MONDAY, MONDAY, null, 0));
  }

  @Test
  void aSecondLookOpensWhatWasSuspectedFromTheDayOfTheFirst() {
    var again = new Verdict.Fail("x", "worse");
    var step = only(reconcile(List.of(suspected("x")), SOON_ENOUGH, TWICE, again));
    assertThat(step.change()).isEqualTo(Change.OPENED);
    assertThat(step.isTold()).isTrue();
    assertThat(step.finding())
        .isEqualTo(
            new Finding(key("x"), URGENT, Status.OPEN, "worse", MONDAY, SOON_ENOUGH, null, 1));
  }

  @Test
  void aLookThatComesTooSoonIsNoSecondLook() {
    var step = only(reconcile(List.of(suspected("x")), TOO_SOON, TWICE, fail("x")));
    assertThat(step.change()).isNull();
    assertThat(step.finding())
        .isEqualTo(
            new Finding(key("x"), URGENT, Status.SUSPECTED, "seen x", MONDAY, TOO_SOON, null, 0));
  }

  @Test
  void aSuspicionThatASecondLookDoesNotSeeIsDroppedAndNobodyIsTold() {
    for (var verdict : List.of(PASS, GONE)) {
      var step = only(reconcile(List.of(suspected("x")), TUESDAY, TWICE, verdict));
      assertThat(step.change()).isEqualTo(Change.DROPPED);
      assertThat(step.isTold()).isFalse();
      assertThat(step.finding())
          .isEqualTo(
              new Finding(key("x"), URGENT, Status.DROPPED, "seen x", MONDAY, MONDAY, TUESDAY, 0));
    }
    assertThat(changes(reconcile(List.of(suspected("x")), TUESDAY, TWICE, fail("y"))))
        .isEqualTo(changes("x", Change.DROPPED, "y", Change.SUSPECTED));
  }

  @Test
  void aSuspicionThatCouldNotBeAskedAboutStays() {
    assertThat(reconcile(List.of(suspected("x")), TUESDAY, TWICE, UNKNOWN)).isEmpty();
    var hidden = new Verdict.Fail(List.of(new Fault("y", "seen y")), List.of("x"));
    assertThat(changes(reconcile(List.of(suspected("x")), TUESDAY, TWICE, hidden)))
        .isEqualTo(changes("y", Change.SUSPECTED));
  }

  @Test
  void aSuspicionThatWasDroppedBeginsAnew() {
    var dropped = suspected("x").close(Status.DROPPED, TUESDAY);
    assertThat(reconcile(List.of(dropped), WEDNESDAY, TWICE, PASS)).isEmpty();
    var again = only(reconcile(List.of(dropped), WEDNESDAY, TWICE, fail("x")));
    assertThat(again.change()).isEqualTo(Change.SUSPECTED);
    assertThat(again.finding().openedAt()).isEqualTo(WEDNESDAY);
    var opened = reconcile(List.of(again.finding()), WEDNESDAY.plus(APART), TWICE, fail("x"));
    assertThat(only(opened).change()).isEqualTo(Change.OPENED);
  }

  @Test
  void anUrgentFaultThatComesBackIsSuspectedBeforeItIsReopened() {
    for (var status : List.of(Status.RESOLVED, Status.WITHDRAWN)) {
      var suspected = only(reconcile(closed(status), WEDNESDAY, TWICE, fail("x")));
      assertThat(suspected.change()).isEqualTo(Change.SUSPECTED);
      assertThat(suspected.finding().closedAt()).isNull();
      var second = WEDNESDAY.plus(APART);
      var step = only(reconcile(List.of(suspected.finding()), second, TWICE, fail("x")));
      assertThat(step.change()).isEqualTo(Change.REOPENED);
      assertThat(step.finding().opened()).isEqualTo(2);
      assertThat(step.finding().openedAt()).isEqualTo(WEDNESDAY);
    }
  }

  @Test
  void anOpenFindingStaysOpenWhenItsRuleBecomesUrgent() {
    var step = only(reconcile(List.of(open("x")), TUESDAY, TWICE, fail("x")));
    assertThat(step.finding().isOpen()).isTrue();
    assertThat(step.change()).isNull();
  }

  @Test
  void aSuspicionOpensAtOnceWhenItsRuleNeedsNoSecondLookAnyMore() {
    var step = only(reconcile(List.of(suspected("x")), TOO_SOON, RULE, fail("x")));
    assertThat(step.change()).isEqualTo(Change.OPENED);
  }

  @Test
  void aRuleMayAskForASecondLookWhateverItsSeverity() {
    var step = only(reconcile(List.of(), MONDAY, RULE.seenTwice(), fail("x")));
    assertThat(step.change()).isEqualTo(Change.SUSPECTED);
    assertThat(step.finding().severity()).isEqualTo(ADVISORY);
  }

  @Test
  void aSuspicionOfARuleThatCountsNoMoreIsDropped() {
    var steps =
        Reconciliation.of(
            List.of(suspected("x")), assessment(TUESDAY, new Judgement(OTHER, UNKNOWN)), APART);
    assertThat(changes(steps)).isEqualTo(changes("x", Change.DROPPED));
  }

  @Test
  void aFindingThatIsNeitherOneNorTheOtherCannotBeMade() {
    assertThatThrownBy(
            () -> new Finding(key("x"), URGENT, Status.OPEN, "", MONDAY, MONDAY, null, 0))
        .hasMessageContaining("suspected");
    assertThatThrownBy(
            () -> new Finding(key("x"), URGENT, Status.DROPPED, "", MONDAY, MONDAY, null, 0))
        .hasMessageContaining("closed");
  }

  @Test
  void whatMayBeOnAPageThatWasHiddenStaysOpenBesideWhatWasSeen() {
    var before =
        reconcile(
                List.of(),
                MONDAY,
                new Verdict.Fail(List.of(new Fault("a", ""), new Fault("b", "")), List.of()))
            .stream()
            .map(Step::finding)
            .toList();
    var partly = new Verdict.Fail(List.of(new Fault("a", "")), List.of(Verdict.Fail.ALL_OTHERS));

    assertThat(reconcile(before, MONDAY.plusSeconds(60), partly))
        .extracting(step -> step.finding().key().subject(), Step::change)
        .containsExactly(tuple("a", null));
  }

  /// Whatever is seen, and however often: open is what was seen to be wrong at two looks far enough
  /// apart, and not since its first look seen to be in order, or not to apply.
  @Property
  void whatMustBeSeenTwiceIsOpenOnceItWasSeenTwice(
      @ForAll("histories") List<Verdict> history,
      @ForAll @IntRange(min = 30, max = 150) int seconds) {
    Map<FindingKey, Finding> findings = new HashMap<>();
    var first = new HashMap<String, Instant>();
    var open = new HashSet<String>();
    var now = MONDAY;
    for (var verdict : history) {
      now = now.plusSeconds(seconds);
      for (var step : reconcile(new ArrayList<>(findings.values()), now, TWICE, verdict)) {
        findings.put(step.finding().key(), step.finding());
      }
      switch (verdict) {
        case Verdict.Pass _, Verdict.NotApplicable _ -> first.clear();
        case Verdict.Unknown _ -> {}
        case Verdict.Fail(var faults, var hidden) -> {
          first
              .keySet()
              .removeIf(
                  subject ->
                      !hidden.contains(subject)
                          && faults.stream().noneMatch(fault -> fault.subject().equals(subject)));
          for (var fault : faults) {
            first.putIfAbsent(fault.subject(), now);
            if (!now.isBefore(first.get(fault.subject()).plus(APART))) {
              open.add(fault.subject());
            }
          }
        }
      }
      open.retainAll(first.keySet());
      assertThat(subjects(findings, Finding::isOpen)).containsExactlyInAnyOrderElementsOf(open);
      assertThat(subjects(findings, finding -> !finding.status().isClosed()))
          .containsExactlyInAnyOrderElementsOf(first.keySet());
    }
  }

  private static List<String> subjects(
      Map<FindingKey, Finding> findings, Predicate<Finding> which) {
    return findings.values().stream()
        .filter(which)
        .map(finding -> finding.key().subject())
        .toList();
  }

  /// Whatever is seen, and however often: open is exactly what was last seen to be wrong and not
  /// since seen to be in order, or not to apply.
  @Property
  void whatIsOpenIsWhatWasLastSeenToBeWrong(@ForAll("histories") List<Verdict> history) {
    Map<FindingKey, Finding> findings = new HashMap<>();
    var wrong = new HashSet<String>();
    var now = MONDAY;
    for (var verdict : history) {
      now = now.plusSeconds(60);
      for (var step : reconcile(new ArrayList<>(findings.values()), now, verdict)) {
        findings.put(step.finding().key(), step.finding());
      }
      switch (verdict) {
        case Verdict.Pass _, Verdict.NotApplicable _ -> wrong.clear();
        case Verdict.Unknown _ -> {}
        case Verdict.Fail(var faults, var hidden) -> {
          wrong.retainAll(hidden);
          faults.forEach(fault -> wrong.add(fault.subject()));
        }
      }
      assertThat(subjects(findings, Finding::isOpen)).containsExactlyInAnyOrderElementsOf(wrong);
    }
  }

  @Provide
  Arbitrary<List<Verdict>> histories() {
    var subjects = Arbitraries.of("a", "b", "c").list().ofMaxSize(3);
    var fails =
        Combinators.combine(subjects.filter(some -> !some.isEmpty()), subjects)
            .as(
                (faults, hidden) ->
                    (Verdict)
                        new Verdict.Fail(
                            faults.stream().map(one -> new Fault(one, "")).toList(), hidden));
    return Arbitraries.oneOf(Arbitraries.of(PASS, UNKNOWN, GONE), fails, fails)
        .list()
        .ofMaxSize(12);
  }

  private static List<Step> reconcile(List<Finding> before, Instant now, Verdict verdict) {
    return reconcile(before, now, RULE, verdict);
  }

  private static List<Step> reconcile(
      List<Finding> before, Instant now, Rule rule, Verdict verdict) {
    return Reconciliation.of(before, assessment(now, new Judgement(rule, verdict)), APART);
  }

  private static Assessment assessment(Instant now, Judgement... judgements) {
    return new Assessment(new Observation(DOMAIN, now, List.of()), List.of(judgements), List.of());
  }

  private static Verdict fail(String... subjects) {
    return new Verdict.Fail(
        Stream.of(subjects).map(subject -> new Fault(subject, "seen " + subject)).toList());
  }

  private static Finding open(String subject) {
    return open(key(subject), ADVISORY);
  }

  private static Finding open(FindingKey key, Severity severity) {
    return Finding.suspected(key, severity, "seen " + key.subject(), MONDAY, 0).confirmed();
  }

  private static Finding suspected(String subject) {
    return Finding.suspected(key(subject), URGENT, "seen " + subject, MONDAY, 0);
  }

  private static List<Finding> closed(Status status) {
    return List.of(open("x").close(status, TUESDAY));
  }

  private static FindingKey key(String subject) {
    return new FindingKey(DOMAIN, "dns.a", subject);
  }

  private static Step only(List<Step> steps) {
    assertThat(steps).hasSize(1);
    return steps.getFirst();
  }

  private static Map<String, Change> changes(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.change() != null)
        .collect(Collectors.toMap(step -> step.finding().key().subject(), Step::change));
  }

  private static Map<String, Change> changes(String subject, Change change, Object... more) {
    return more.length == 0
        ? Map.of(subject, change)
        : Map.of(subject, change, (String) more[0], (Change) more[1]);
  }

  private static Rule rule(String id, Severity severity) {
    return Rule.of(id, severity, "title", "why", "fix", "dig {name}", Standard.rfc(1034, ""));
  }
}
