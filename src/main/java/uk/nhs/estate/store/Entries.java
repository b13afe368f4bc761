package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Writes single entries of the register; whole files go by import. An entry that is there already
/// is brought up to date.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Entries extends GenericRepository<TargetRow, Long> {

  /// Names who makes the changes of this transaction, for the history.
  @Query("select set_config('estate.actor', :actor, true)")
  String actor(String actor);

  @Query(
      """
      insert into organisation (code, name, type, status, opened, closed, parents, postcode, phone)
      values (:code, :name, :type, :status, :opened, :closed, cast(:parents as jsonb), :postcode,
        :phone)
      on conflict (code) do update set name = excluded.name, type = excluded.type,
        status = excluded.status, opened = excluded.opened, closed = excluded.closed,
        parents = excluded.parents, postcode = excluded.postcode, phone = excluded.phone
      """)
  void organisation(
      String code,
      String name,
      String type,
      String status,
      @Nullable LocalDate opened,
      @Nullable LocalDate closed,
      String parents,
      @Nullable String postcode,
      @Nullable String phone);

  @Query(
      """
      insert into target (kind, name, domain_id)
      values (:kind, :name, (select id from target where kind = 'DOMAIN' and name = :domain))
      on conflict (kind, name) do nothing
      """)
  void target(String kind, String name, @Nullable String domain);

  @Query(
      """
      insert into claim (organisation, target_id, relation, evidence, from_date, until_date)
      values (:organisation, :targetId, :relation, :evidence, :from, :until)
      on conflict (organisation, target_id) do update set relation = excluded.relation,
        inferred = excluded.inferred, evidence = excluded.evidence, from_date = excluded.from_date,
        until_date = excluded.until_date
      """)
  void claim(
      String organisation,
      long targetId,
      String relation,
      String evidence,
      @Nullable LocalDate from,
      @Nullable LocalDate until);

  @Query(
      """
      insert into contact (target_id, role, email) values (:targetId, :role, :email)
      on conflict do nothing
      """)
  void contact(long targetId, String role, String email);
}
