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

/// The findings of every target.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Findings extends GenericRepository<FindingRow, Long> {

  /// Every finding of a target, open or closed.
  @Query(
      """
      select f.*, t.kind, t.name from finding f join target t on t.id = f.target_id
      where f.target_id = :targetId order by f.id
      """)
  List<FindingRow> ofTarget(long targetId);

  /// One finding.
  @Query(
      """
      select f.*, t.kind, t.name from finding f join target t on t.id = f.target_id where f.id = :id
      """)
  Optional<FindingRow> find(long id);

  /// A page of findings, the most severe first, of those the oldest.
  ///
  /// @param afterRank with `afterId` the last row of the page before; -1 for the first page
  @Query(
      """
      select f.*, t.kind, t.name from finding f join target t on t.id = f.target_id
      where (f.rank, f.id) > (:afterRank, :afterId)
        and (cast(:status as text) is null or f.status = :status)
        and (cast(:severity as text) is null or f.rank = array_position(
          array['URGENT', 'ADVISORY', 'INFORMATIONAL'], cast(:severity as text)) - 1)
        and (cast(:rule as text) is null or f.rule = :rule)
        and (cast(:kind as text) is null or t.kind = :kind)
        and (cast(:name as text) is null or t.name = :name)
        and (cast(:organisation as text) is null or f.target_id in (
          select target_id from organisation_target where organisation = :organisation))
      order by f.rank, f.id limit :limit
      """)
  List<FindingRow> page(
      @Nullable String status,
      @Nullable String severity,
      @Nullable String rule,
      @Nullable String kind,
      @Nullable String name,
      @Nullable String organisation,
      int afterRank,
      long afterId,
      int limit);

  /// Keeps findings as they stand after a scan.
  ///
  /// @param rows a JSON array of objects with the columns of `finding`
  @Query(
      """
      insert into finding (target_id, rule, subject, severity, status, evidence, opened_at,
        last_seen_at, closed_at, opened)
      select :targetId, rule, subject, severity, status, evidence, opened_at, last_seen_at,
        closed_at, opened
      from json_to_recordset(cast(:rows as json)) as r(rule text, subject text, severity text,
        status text, evidence text, opened_at timestamptz, last_seen_at timestamptz,
        closed_at timestamptz, opened int)
      on conflict (target_id, rule, subject) do update set severity = excluded.severity,
        status = excluded.status, evidence = excluded.evidence, opened_at = excluded.opened_at,
        last_seen_at = excluded.last_seen_at, closed_at = excluded.closed_at,
        opened = excluded.opened
      """)
  void keep(long targetId, String rows);

  /// Keeps what a scan did to findings.
  ///
  /// @param rows a JSON array of objects with `rule`, `subject`, `change` and `evidence`
  @Query(
      """
      insert into finding_change (finding_id, scan_id, at, change, evidence)
      select f.id, :scanId, :at, r.change, r.evidence
      from json_to_recordset(cast(:rows as json)) as r(rule text, subject text, change text,
        evidence text)
      join finding f on f.target_id = :targetId and f.rule = r.rule and f.subject = r.subject
      """)
  void keepChanges(long targetId, UUID scanId, Instant at, String rows);

  /// A page of what scans did to a finding, the last first.
  @Query(
      """
      select id, scan_id, at, change, evidence from finding_change
      where finding_id = :findingId and id < :before order by id desc limit :limit
      """)
  List<FindingChangeRow> changes(long findingId, long before, int limit);

  /// What scans did to the findings of a target, the last first.
  @Query(
      """
      select f.id as finding_id, f.rule, f.subject, f.severity, c.at, c.change
      from finding_change c join finding f on f.id = c.finding_id
      where f.target_id = :targetId order by c.id desc limit :limit
      """)
  List<TargetChangeRow> changesOfTarget(long targetId, int limit);
}
