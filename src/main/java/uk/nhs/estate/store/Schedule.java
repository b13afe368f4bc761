package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When each target is looked at next. db-scheduler takes from the same table.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Schedule extends GenericRepository<TargetRow, Long> {

  /// The name of the one task; its instance is the target's id.
  String TASK = "scan";

  /// The priority of a scan that somebody waits for.
  int ON_DEMAND = 100;

  /// Targets that should be scheduled and are not.
  @Query(
      """
      select t.id, t.kind, t.name, d.name as domain, t.lifecycle, t.scan_level, t.registered_at,
        t.retired_at
      from target t left join target d on d.id = t.domain_id
      where t.id in (
        select id from target where lifecycle = 'ACTIVE' and scan_level > 0
        except
        select cast(task_instance as bigint) from scheduled_tasks where task_name = 'scan')
      order by t.id limit :limit
      """)
  List<TargetRow> missing(int limit);

  /// Schedules targets; those that are scheduled stay as they are.
  ///
  /// @param rows a JSON array of objects with `id` and `at`
  @Query(
      """
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
        consecutive_failures, priority)
      select 'scan', cast(id as text), at, false, 1, 0, 0
      from json_to_recordset(cast(:rows as json)) as r(id bigint, at timestamptz)
      on conflict (task_name, task_instance) do nothing
      """)
  void add(String rows);

  /// Takes targets that retired or opted out off the schedule.
  @Query(
      """
      delete from scheduled_tasks s using target t
      where s.task_name = 'scan' and s.task_instance = cast(t.id as text) and not s.picked
        and (t.lifecycle <> 'ACTIVE' or t.scan_level = 0)
      """)
  void removeRetired();

  /// Puts the targets with a queued scan ahead of all others; those being scanned come after.
  @Query(
      """
      update scheduled_tasks s
      set execution_time = least(execution_time, :now), priority = 100, version = version + 1
      from scan q
      where q.state = 'QUEUED' and s.task_name = 'scan' and s.task_instance = cast(q.target_id as text)
        and not s.picked and (s.priority is distinct from 100 or s.execution_time > :now)
      """)
  void putQueuedFirst(Instant now);

  /// Puts a target that has been scanned ahead of all others if a scan was queued meanwhile.
  @Query(
      """
      update scheduled_tasks
      set execution_time = least(execution_time, :now), priority = 100, version = version + 1
      where task_name = 'scan' and task_instance = :targetId and not picked
        and exists (select from scan where target_id = cast(:targetId as bigint) and state = 'QUEUED')
      """)
  void putFirstIfQueued(String targetId, Instant now);

  /// Gives a target that has been scanned its ordinary priority back.
  @Query(
      """
      update scheduled_tasks set priority = 0, version = version + 1
      where task_name = 'scan' and task_instance = :targetId and not picked and priority <> 0
        and not exists (
          select from scan where target_id = cast(:targetId as bigint) and state = 'QUEUED')
      """)
  void calmDown(String targetId);

  /// When a target is looked at next; null when it is not scheduled.
  @Query(
      """
      select execution_time from scheduled_tasks
      where task_name = 'scan' and task_instance = :targetId
      """)
  @Nullable Instant next(String targetId);

  /// When targets are looked at next; those that are not scheduled are left out.
  @Query(
      """
      select cast(task_instance as bigint) as target_id, execution_time as at from scheduled_tasks
      where task_name = 'scan' and task_instance in (:targetIds)
      """)
  List<NextLook> next(List<String> targetIds);

  /// How long the target that has waited longest has been due, in seconds; 0 when none is due.
  @Query(
      """
      select coalesce(greatest(0, extract(epoch from
        cast(:now as timestamptz) - min(execution_time))), 0)
      from scheduled_tasks where task_name = 'scan' and not picked and execution_time <= :now
      """)
  double queueAge(Instant now);

  /// How many targets are due and not picked.
  @Query(
      """
      select count(*) from scheduled_tasks
      where task_name = 'scan' and not picked and execution_time <= :now
      """)
  long due(Instant now);
}
