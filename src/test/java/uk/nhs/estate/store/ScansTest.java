package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.TestService;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.scan.RequestScan;

class ScansTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static TestService service;
  private static Scans scans;
  private static Schedule schedule;

  @BeforeAll
  static void start() {
    service = TestService.start(Map.of());
    scans = service.bean(Scans.class);
    schedule = service.bean(Schedule.class);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static TargetRow registered(String name) {
    return service.bean(Register.class).enter(new Domain(new DomainName(name)), "a test");
  }

  private static ScanRow begin(TargetRow target, String worker) {
    return scans.begin(UUID.randomUUID(), target.id(), worker, NOW);
  }

  @Test
  void aScanThatALostWorkerLeftIsBegunAgainAndOnlyTheSecondMaySettle() {
    var target = registered("lost.test");
    var first = begin(target, "one");
    var second = begin(target, "two");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.worker()).isEqualTo("two");
    assertThat(scans.lock(first.id(), first.attempt())).isEmpty();
    assertThat(scans.lock(second.id(), second.attempt())).contains(second.id());
  }

  @Test
  void aScanSomebodyWaitsForIsBegunBeforeARoutineOne() {
    var target = registered("wanted.test");
    var asked = service.bean(RequestScan.class).of(target, "an analyst");
    var askedAgain = service.bean(RequestScan.class).of(target, "another");
    var begun = begin(target, "one");

    assertThat(askedAgain.id()).isEqualTo(asked.id());
    assertThat(begun.id()).isEqualTo(asked.id());
    assertThat(begun.reason()).isEqualTo("ON_DEMAND");
    assertThat(begun.requestedBy()).isEqualTo("an analyst");
  }

  @Test
  void aScanAskedForWhileOneRunsWaitsForTheNext() {
    var target = registered("busy.test");
    var running = begin(target, "one");
    var asked = service.bean(RequestScan.class).of(target, "an analyst");

    assertThat(asked.id()).isNotEqualTo(running.id());
    scans.done(running.id(), "SEEN", NOW);
    assertThat(begin(target, "one").id()).isEqualTo(asked.id());
  }

  @Test
  void whatSomebodyWaitsForComesFirstAndCalmsDownAfterwards() {
    var target = registered("first.test");
    var instance = Long.toString(target.id());
    var tomorrow = Instant.now().plusSeconds(86_400);
    schedule.add(FactsJson.write(List.of(Map.of("id", target.id(), "at", tomorrow))));

    service.bean(RequestScan.class).of(target, "an analyst");
    assertThat(schedule.next(instance)).isBefore(tomorrow);
    assertThat(priority(instance)).isEqualTo(Schedule.ON_DEMAND);

    scans.done(begin(target, "one").id(), "SEEN", NOW);
    schedule.calmDown(instance);
    assertThat(priority(instance)).isZero();
  }

  @Test
  void aRetiredTargetLeavesTheScheduleAndIsRefused() {
    var target = registered("retired.test");
    var row = FactsJson.write(List.of(Map.of("id", target.id(), "at", NOW)));
    schedule.add(row);
    service
        .bean(Register.class)
        .change(target.target(), Lifecycle.RETIRED, ScanLevel.ORDINARY, "a test");
    schedule.removeRetired();

    assertThat(schedule.next(Long.toString(target.id()))).isNull();
    var retired = service.bean(Targets.class).find(target.id()).orElseThrow();
    assertThat(
            catchThrowableOfType(
                Refusal.class, () -> service.bean(RequestScan.class).of(retired, "an analyst")))
        .hasMessageContaining("retired");
  }

  private static int priority(String instance) {
    try (var connection = service.connect();
        var query =
            connection.prepareStatement(
                "select priority from scheduled_tasks where task_instance = ?")) {
      query.setString(1, instance);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
