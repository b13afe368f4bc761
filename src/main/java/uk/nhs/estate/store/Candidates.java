package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hosts that pages of ours lead to and that the register does not know. Nothing scans them: who
/// keeps the register decides whether they belong there.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Candidates extends GenericRepository<CandidateRow, String> {

  /// However many hosts the pages of a site name, so many are kept of one look.
  int MOST_OF_A_LOOK = 200;

  /// A host that a page leads to.
  ///
  /// @param domain the registered domain that it belongs to
  /// @param own whether it may be one of ours whoever has the domain
  record Named(String host, String domain, boolean own) {}

  /// Keeps those that may be ours and that the register does not know.
  ///
  /// One that was written within some hours is left alone: else every site that leads to the same
  /// host would wait for the others to write it. They are written in one order, so that no two
  /// scans wait for each other.
  ///
  /// @param rows a JSON array of [Named]
  @Query(
      """
      insert into candidate as c (host, domain, first_seen_at, last_seen_at, target_id)
      select n.host, n.domain, :at, :at, :targetId
      from json_to_recordset(cast(:rows as json)) as n(host text, domain text, own boolean)
      where (n.own or exists (
          select from target d where d.kind = 'DOMAIN' and d.name = n.domain))
        and not exists (
          select from target t where t.kind in ('DOMAIN', 'SITE') and t.name = n.host)
        and not exists (
          select from candidate k where k.host = n.host
            and k.last_seen_at > cast(:at as timestamptz) - interval '12 hours')
      order by n.host limit :most
      on conflict (host) do update set target_id = excluded.target_id,
        first_seen_at = least(c.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(c.last_seen_at, excluded.last_seen_at)
      """)
  void see(long targetId, Instant at, String rows, int most);

  /// The same up to the bound for one look.
  default void see(long targetId, Instant at, List<Named> named) {
    if (!named.isEmpty()) {
      see(targetId, at, FactsJson.write(named), MOST_OF_A_LOOK);
    }
  }

  /// A page of those that the register still does not know, by host.
  ///
  /// @param part of the host
  @Query(
      """
      select c.host, c.domain, exists (
          select from target d where d.kind = 'DOMAIN' and d.name = c.domain) as domain_is_ours,
        c.first_seen_at, c.last_seen_at, t.name as site
      from candidate c join target t on t.id = c.target_id
      where c.host > :after collate "C"
        and (cast(:part as text) is null or strpos(c.host, :part) > 0)
        and not exists (
          select from target k where k.kind in ('DOMAIN', 'SITE') and k.name = c.host)
      order by c.host limit :limit
      """)
  List<CandidateRow> page(@Nullable String part, String after, int limit);

  /// How many there are, counted up to some number.
  @Query(
      """
      select count(*) from (
        select from candidate c where not exists (
          select from target k where k.kind in ('DOMAIN', 'SITE') and k.name = c.host)
        limit :most) as listed
      """)
  long count(int most);
}
