package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The DKIM selectors that owners say are in use. One that is no longer stays in the history.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface DkimSelectors extends GenericRepository<TargetRow, Long> {

  /// Those of a domain, by name.
  @Query(
      """
      select selector from dkim_selector where target_id = :targetId and retired_at is null
      order by selector
      """)
  List<String> of(long targetId);

  /// Lets nobody else change the selectors of a domain until the transaction ends.
  @Query("select id from target where id = :targetId for update")
  long lock(long targetId);

  /// Registers selectors, or takes them back into use.
  ///
  /// @param rows a JSON array of selectors
  @Query(
      """
      insert into dkim_selector (target_id, selector)
      select :targetId, selector from json_array_elements_text(cast(:rows as json)) as s(selector)
      on conflict (target_id, selector) do update set retired_at = null
      """)
  void register(long targetId, String rows);

  /// Retires the selectors of a domain but for some.
  ///
  /// @param rows a JSON array of those that stay
  @Query(
      """
      update dkim_selector set retired_at = now()
      where target_id = :targetId and retired_at is null and selector not in (
        select s from json_array_elements_text(cast(:rows as json)) as s)
      """)
  void retireOthers(long targetId, String rows);
}
