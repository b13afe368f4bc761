package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The estate as a whole: its numbers, and its targets by how they stand.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Estate extends GenericRepository<TargetRow, Long> {

  /// What a list of targets can be narrowed to, by how the looks at them went.
  enum Look {
    NEVER,
    STALE,
    UNCHECKED,
    OPTED_OUT,
    RETIRED
  }

  /// The number that stands for the points of a target without a score, which comes last.
  int NO_POINTS = 101;

  /// How many organisations are at work.
  @Query("select count(*) from organisation where status = 'ACTIVE'")
  long organisations();

  /// The numbers of what is active, one row for each kind of target there is.
  ///
  /// @param staleBefore a last look before this moment is too old
  @Query(
      """
      select t.kind, count(*) as targets,
        count(*) filter (where t.scan_level = 0) as opted_out,
        count(*) filter (where t.scan_level > 0 and s.target_id is null) as not_looked_at,
        count(*) filter (where t.scan_level > 0 and s.last_scanned_at < :staleBefore) as stale,
        count(*) filter (where t.scan_level > 0 and exists (
          select from verdicts v where v.target_id = t.id and v.unknown > 0)) as unchecked,
        coalesce(sum(s.urgent), 0) as urgent,
        coalesce(sum(s.advisory), 0) as advisory,
        coalesce(sum(s.informational), 0) as informational
      from target t left join standing s on s.target_id = t.id
      where t.lifecycle = 'ACTIVE' group by t.kind order by t.kind
      """)
  List<EstateRow> counts(Instant staleBefore);

  /// How many active targets of each kind have each grade.
  @Query(
      """
      select t.kind, coalesce(s.grade, 'NONE') as grade, count(*) as targets
      from target t left join standing s on s.target_id = t.id where t.lifecycle = 'ACTIVE'
      group by t.kind, s.grade order by t.kind, s.grade
      """)
  List<GradeRow> grades();

  /// A page of targets, the worst first; those without a score come last.
  ///
  /// @param grade a letter, or `NONE`
  /// @param look see [Look]; without it, all that are active
  /// @param staleBefore a last look before this moment is too old
  @Query(
      """
      select t.id, t.kind, t.name, t.lifecycle, t.scan_level, s.points, s.grade,
        coalesce(s.checks_seen, 0) as checks_seen, coalesce(s.checks_all, 0) as checks_all,
        coalesce(s.urgent, 0) as urgent, coalesce(s.advisory, 0) as advisory,
        coalesce(s.informational, 0) as informational, s.last_scanned_at, s.last_seen_at,
        s.hidden_since
      from target t left join standing s on s.target_id = t.id
      where t.lifecycle = case when cast(:look as text) = 'RETIRED' then 'RETIRED' else 'ACTIVE' end
        and (cast(:kind as text) is null or t.kind = :kind)
        and (cast(:part as text) is null or strpos(t.name, :part) > 0)
        and (cast(:grade as text) is null or coalesce(s.grade, 'NONE') = :grade)
        and (cast(:organisation as text) is null or t.id in (
          select target_id from organisation_target where organisation = :organisation))
        and case cast(:look as text)
          when 'NEVER' then t.scan_level > 0 and s.target_id is null
          when 'STALE' then t.scan_level > 0 and s.last_scanned_at < :staleBefore
          when 'UNCHECKED' then t.scan_level > 0 and exists (
            select from verdicts v where v.target_id = t.id and v.unknown > 0)
          when 'OPTED_OUT' then t.scan_level = 0
          else true end
        and (coalesce(s.points, 101), t.id) > (:afterPoints, :afterId)
      order by coalesce(s.points, 101), t.id limit :limit
      """)
  List<TargetStandingRow> worstFirst(
      @Nullable String kind,
      @Nullable String part,
      @Nullable String grade,
      @Nullable String organisation,
      @Nullable String look,
      Instant staleBefore,
      int afterPoints,
      long afterId,
      int limit);

  /// The sites under a domain, the worst first.
  @Query(
      """
      select t.id, t.kind, t.name, t.lifecycle, t.scan_level, s.points, s.grade,
        coalesce(s.checks_seen, 0) as checks_seen, coalesce(s.checks_all, 0) as checks_all,
        coalesce(s.urgent, 0) as urgent, coalesce(s.advisory, 0) as advisory,
        coalesce(s.informational, 0) as informational, s.last_scanned_at, s.last_seen_at,
        s.hidden_since
      from target t left join standing s on s.target_id = t.id where t.domain_id = :domainId
      order by coalesce(s.points, 101), t.id limit :limit
      """)
  List<TargetStandingRow> sitesUnder(long domainId, int limit);
}
