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

  /// The register's history of one entry, the last change first.
  @Query(
      """
      select id, at, actor, cast(before as text) as before, cast(after as text) as after
      from history where entry = :entry and key = :key order by id desc limit 100
      """)
  List<HistoryRow> history(String entry, String key);
}
