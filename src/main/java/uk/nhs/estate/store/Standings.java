package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How targets stand: the last verdicts, the score now and the scores before.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Standings extends GenericRepository<StandingRow, Long> {

  /// How a target stands now.
  @Query(
      """
      select s.*, t.kind, t.name, t.lifecycle from standing s join target t on t.id = s.target_id
      where s.target_id = :targetId
      """)
  Optional<StandingRow> find(long targetId);

  /// How targets stand now.
  @Query(
      """
      select s.*, t.kind, t.name, t.lifecycle from standing s join target t on t.id = s.target_id
      where s.target_id in (:targetIds)
      """)
  List<StandingRow> of(List<Long> targetIds);

  /// A page of active targets, the worst first; those without a score come last.
  @Query(
      """
      select s.*, t.kind, t.name, t.lifecycle from standing s join target t on t.id = s.target_id
      where t.lifecycle = 'ACTIVE'
        and (coalesce(s.points, 101), s.target_id) > (:afterPoints, :afterId)
      order by coalesce(s.points, 101), s.target_id limit :limit
      """)
  List<StandingRow> worstFirst(int afterPoints, long afterId, int limit);

  /// Keeps how a target stands now.
  @Query(
      """
      insert into standing (target_id, points, grade, policy, checks_seen, checks_all, urgent,
        advisory, informational, ledger, last_scanned_at, last_seen_at, hidden_since, obstructed,
        suspected)
      values (:targetId, :points, :grade, :policy, :checksSeen, :checksAll, :urgent, :advisory,
        :informational, cast(:ledger as json), :lastScannedAt, :lastSeenAt,
        case when cast(:lastSeenAt as timestamptz) is null then cast(:lastScannedAt as timestamptz) end,
        :obstructed, :suspected)
      on conflict (target_id) do update set points = excluded.points, grade = excluded.grade,
        policy = excluded.policy, checks_seen = excluded.checks_seen,
        checks_all = excluded.checks_all, urgent = excluded.urgent, advisory = excluded.advisory,
        informational = excluded.informational, ledger = excluded.ledger,
        last_scanned_at = excluded.last_scanned_at,
        last_seen_at = coalesce(excluded.last_seen_at, standing.last_seen_at),
        hidden_since = case when excluded.last_seen_at is null
          then coalesce(standing.hidden_since, excluded.hidden_since) end,
        obstructed = excluded.obstructed, suspected = excluded.suspected
      """)
  void keep(
      long targetId,
      @Nullable Integer points,
      @Nullable String grade,
      String policy,
      int checksSeen,
      int checksAll,
      int urgent,
      int advisory,
      int informational,
      String ledger,
      Instant lastScannedAt,
      @Nullable Instant lastSeenAt,
      int obstructed,
      int suspected);

  /// Keeps a score that differs from the one before.
  @Query(
      """
      insert into score (target_id, scan_id, at, points, grade, policy)
      values (:targetId, :scanId, :at, :points, :grade, :policy)
      """)
  void addScore(
      long targetId, UUID scanId, Instant at, int points, @Nullable String grade, String policy);

  /// A page of the scores that a target has had, the last first.
  @Query(
      """
      select id, at, points, grade, policy from score
      where target_id = :targetId and id < :before order by id desc limit :limit
      """)
  List<ScoreRow> scores(long targetId, long before, int limit);

  /// Keeps the last verdicts of a target.
  default void keepVerdicts(long targetId, List<VerdictRow> rows) {
    int unknown =
        (int) rows.stream().filter(row -> row.outcome().equals(VerdictRow.UNKNOWN)).count();
    keepVerdicts(targetId, unknown, FactsJson.write(rows));
  }

  /// The last verdicts of a target, by rule.
  default List<VerdictRow> verdicts(long targetId) {
    return sheet(targetId).map(FactsJson::verdicts).orElse(List.of());
  }

  /// Keeps the last verdicts of a target.
  ///
  /// @param sheet a JSON array of [VerdictRow]
  @Query(
      """
      insert into verdicts (target_id, unknown, sheet)
      values (:targetId, :unknown, cast(:sheet as json))
      on conflict (target_id) do update set unknown = excluded.unknown, sheet = excluded.sheet
      """)
  void keepVerdicts(long targetId, int unknown, String sheet);

  /// The last verdicts of a target as they are kept.
  @Query("select cast(sheet as text) from verdicts where target_id = :targetId")
  Optional<String> sheet(long targetId);

  /// Writes what there is to tell people.
  @Query(
      """
      insert into outbox (at, kind, target_id, scan_id, body)
      values (:at, :kind, :targetId, :scanId, cast(:body as json))
      """)
  void addToOutbox(Instant at, String kind, long targetId, UUID scanId, String body);
}
