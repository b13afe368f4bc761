package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The domains and sites of the register.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Targets extends GenericRepository<TargetRow, Long> {

  /// One target.
  @Query(
      """
      select t.id, t.kind, t.name, d.name as domain, t.lifecycle, t.scan_level, t.registered_at,
        t.retired_at
      from target t left join target d on d.id = t.domain_id where t.id = :id
      """)
  Optional<TargetRow> find(long id);

  /// The target of a kind and name.
  @Query(
      """
      select t.id, t.kind, t.name, d.name as domain, t.lifecycle, t.scan_level, t.registered_at,
        t.retired_at
      from target t left join target d on d.id = t.domain_id
      where t.kind = :kind and t.name = :name
      """)
  Optional<TargetRow> find(String kind, String name);

  /// A page of targets of a kind in the order of their names.
  @Query(
      """
      select t.id, t.kind, t.name, d.name as domain, t.lifecycle, t.scan_level, t.registered_at,
        t.retired_at
      from target t left join target d on d.id = t.domain_id
      where t.kind = :kind and t.name > :after collate "C"
        and (cast(:lifecycle as text) is null or t.lifecycle = :lifecycle)
        and (cast(:domain as text) is null or d.name = :domain)
        and (cast(:part as text) is null or strpos(t.name, :part) > 0)
        and (cast(:organisation as text) is null or t.id in (
          select target_id from organisation_target where organisation = :organisation))
        and (cast(:grade as text) is null or exists (
          select from standing s where s.target_id = t.id and s.grade = :grade))
      order by t.name limit :limit
      """)
  List<TargetRow> page(
      String kind,
      @Nullable String lifecycle,
      @Nullable String domain,
      @Nullable String part,
      @Nullable String organisation,
      @Nullable String grade,
      String after,
      int limit);

  /// The claims on targets, and on their domains where they are sites; a domain is held by whoever
  /// holds the sites under it.
  @Query(
      """
      with about as (
        select id, coalesce(domain_id, id) as domain_id from target where id in (:targetIds)
      ), held as materialized (
        select t.domain_id, c.id from target t join claim c on c.target_id = t.id
        where c.relation = 'HOLDER' and t.domain_id in (select domain_id from about)
      ), reached as (
        select a.id, c.id as claim_id from about a join claim c on c.target_id = a.id
        union select a.id, c.id from about a join claim c on c.target_id = a.domain_id
        union select a.id, h.id from about a join held h on h.domain_id = a.domain_id
      )
      select r.id as target_id, c.organisation, o.name as organisation_name, t.kind, t.name,
        c.relation, c.evidence, c.from_date, c.until_date
      from reached r join claim c on c.id = r.claim_id
        join organisation o on o.code = c.organisation join target t on t.id = c.target_id
      order by r.id, t.kind desc, c.organisation, t.name
      """)
  List<ClaimRow> claims(List<Long> targetIds);

  /// A page of the history of a target, its claims, its contacts and its DKIM selectors, the last
  /// change first.
  @Query(
      """
      select h.id, h.at, h.actor, h.entry, t.kind, t.name, cast(h.before as text) as before,
        cast(h.after as text) as after
      from history h join target t on t.id = :targetId
      where h.id < :before
        and (h.entry = 'target' and h.key = cast(:targetId as text)
          or h.entry = 'claim' and h.key in (
            select cast(id as text) from claim where target_id = :targetId)
          or h.entry = 'contact' and h.key in (
            select cast(id as text) from contact where target_id = :targetId)
          or h.entry = 'dkim_selector' and h.key in (
            select cast(id as text) from dkim_selector where target_id = :targetId))
      order by h.id desc limit :limit
      """)
  List<HistoryRow> history(long targetId, long before, int limit);

  /// Puts a target to a scan level, or retires it, or takes it back.
  @Query(
      """
      update target set lifecycle = :lifecycle, scan_level = :scanLevel,
        retired_at = case when :lifecycle = 'RETIRED' then coalesce(retired_at, now()) end
      where id = :id
      """)
  void change(long id, String lifecycle, int scanLevel);
}
