package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The NHS bodies of the register.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Organisations extends GenericRepository<OrganisationRow, String> {

  /// One organisation.
  @Query(
      """
      select code, name, type, status, opened, closed, cast(parents as text) as parents, postcode,
        phone
      from organisation where code = :code
      """)
  Optional<OrganisationRow> find(String code);

  /// A page of organisations in the order of their codes.
  @Query(
      """
      select code, name, type, status, opened, closed, cast(parents as text) as parents, postcode,
        phone
      from organisation
      where code > :after
        and (cast(:type as text) is null or type = :type)
        and (cast(:status as text) is null or status = :status)
        and (cast(:parent as text) is null
          or parents @> jsonb_build_array(jsonb_build_object('code', cast(:parent as text))))
        and (cast(:part as text) is null or strpos(lower(name), lower(:part)) > 0)
      order by code limit :limit
      """)
  List<OrganisationRow> page(
      @Nullable String type,
      @Nullable String status,
      @Nullable String parent,
      @Nullable String part,
      String after,
      int limit);

  /// A page of the history of an organisation, its claims and its contacts, the last change first.
  @Query(
      """
      select h.id, h.at, h.actor, h.entry, t.kind, t.name, cast(h.before as text) as before,
        cast(h.after as text) as after
      from history h left join target t on t.id = cast(h.after ->> 'target_id' as bigint)
      where h.id < :before
        and (h.entry = 'organisation' and h.key = :code
          or h.entry = 'claim' and h.key in (
            select cast(id as text) from claim where organisation = :code)
          or h.entry = 'contact' and h.key in (
            select cast(id as text) from contact where organisation = :code))
      order by h.id desc limit :limit
      """)
  List<HistoryRow> history(String code, long before, int limit);
}
