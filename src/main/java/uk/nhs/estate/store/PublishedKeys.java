package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The DKIM keys that looks have found, by domain: who publishes the same key as whom.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PublishedKeys extends GenericRepository<SharedKeyRow, Long> {

  /// A supplier's key may be that of thousands of domains: no more are named.
  int MOST_NAMED = 20;

  /// A key that was found.
  ///
  /// @param keptAt the name at which the record stands when the selector is an alias
  record Found(String selector, String fingerprint, @Nullable String keptAt) {}

  /// Keeps what a look found at the selectors that it could ask for.
  ///
  /// @param asked those selectors, with keys or without; none when it was proved of all selectors
  ///     that there is no other key
  default void keep(long targetId, Instant at, @Nullable List<String> asked, List<Found> found) {
    var rows = FactsJson.write(found);
    see(targetId, at, rows);
    miss(targetId, at, asked == null ? null : FactsJson.write(asked), rows);
  }

  /// The selectors of the keys that are there now: worth asking for again, whoever guessed them.
  @Query(
      """
      select distinct selector from dkim_key where target_id = :targetId and gone_at is null
      order by selector
      """)
  List<String> selectors(long targetId);

  /// The keys that a domain publishes now, and who else publishes the same.
  default List<PublishedKey> of(long targetId) {
    return PublishedKey.of(rows(targetId, MOST_NAMED));
  }

  /// The keys that are there now, each with domains that publish the same, by name, or alone.
  ///
  /// @param most how many domains to name for each key
  @Query(
      """
      select k.selector, k.fingerprint, k.kept_at, cast(coalesce(s.others, 0) as int) as others,
        s.name, s.organisations
      from dkim_key k left join lateral (
        select t.name, count(*) over () as others, (
          select string_agg(distinct o.name, ', ' order by o.name)
          from claim_reach r join organisation o on o.code = r.organisation
          where r.target_id = t.id) as organisations
        from target t
        where t.lifecycle = 'ACTIVE' and t.id <> k.target_id and t.id in (
          select same.target_id from dkim_key same
          where same.fingerprint = k.fingerprint and same.gone_at is null)
        order by t.name limit :most) s on true
      where k.target_id = :targetId and k.gone_at is null
      order by k.selector, k.fingerprint, s.name
      """)
  List<SharedKeyRow> rows(long targetId, int most);

  /// Keeps keys that were found.
  ///
  /// @param rows a JSON array of [Found]
  @Query(
      """
      insert into dkim_key (target_id, selector, fingerprint, kept_at, first_seen_at, last_seen_at)
      select :targetId, selector, fingerprint, min("keptAt"), :at, :at
      from json_to_recordset(cast(:rows as json)) as f(selector text, fingerprint text,
        "keptAt" text)
      group by selector, fingerprint
      on conflict (target_id, selector, fingerprint) do update set kept_at = excluded.kept_at,
        last_seen_at = greatest(dkim_key.last_seen_at, excluded.last_seen_at), gone_at = null
      """)
  void see(long targetId, Instant at, String rows);

  /// Says that other keys at selectors that were asked for are gone.
  ///
  /// @param body a JSON array of the selectors; none for all
  /// @param rows a JSON array of [Found]
  @Query(
      """
      update dkim_key k set gone_at = :at
      where k.target_id = :targetId and k.gone_at is null
        and (cast(:body as text) is null
          or k.selector in (select s from json_array_elements_text(cast(:body as json)) as s))
        and not exists (
          select from json_to_recordset(cast(:rows as json)) as f(selector text, fingerprint text)
          where f.selector = k.selector and f.fingerprint = k.fingerprint)
      """)
  void miss(long targetId, Instant at, @Nullable String body, String rows);
}
