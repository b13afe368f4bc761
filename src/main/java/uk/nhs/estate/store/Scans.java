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

/// Every look-and-settle: queued, running and ended. A target has at most one of each of the first
/// two.
///
/// A parameter named `id` would be taken for the entity's, which is a number.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Scans extends GenericRepository<ScanRow, UUID> {

  /// Queues a scan; nothing happens when the target has one in the queue.
  ///
  /// @return the scan in the queue
  @Query(
      """
      insert into scan (id, target_id, reason, state, requested_at, requested_by)
      values (:scanId, :targetId, 'ON_DEMAND', 'QUEUED', :at, :by)
      on conflict (target_id) where state = 'QUEUED' do update set id = scan.id
      returning id
      """)
  UUID queue(UUID scanId, long targetId, Instant at, String by);

  /// Begins the scan that is due for a target: the one that a lost worker left running, else the
  /// one in the queue, else a new one. The count of attempts tells this worker from the lost one.
  @Query(
      """
      with left_running as (
        update scan set attempt = attempt + 1, worker = :worker, started_at = :at
        where target_id = :targetId and state = 'RUNNING' returning *
      ), from_queue as (
        update scan set state = 'RUNNING', attempt = 1, worker = :worker, started_at = :at
        where target_id = :targetId and state = 'QUEUED' and not exists (select from left_running)
        returning *
      ), routine as (
        insert into scan (id, target_id, reason, state, requested_at, requested_by, attempt, worker,
          started_at)
        select :scanId, :targetId,
          case when coalesce(
            (select obstructed + suspected from standing where target_id = :targetId), 0) > 0
            then 'RETRY' else 'ROUTINE' end,
          'RUNNING', :at, 'schedule', 1, :worker, :at
        where not exists (select from left_running) and not exists (select from from_queue)
        returning *
      ), begun as (
        table left_running union all table from_queue union all table routine
      )
      select begun.*, t.kind, t.name from begun join target t on t.id = begun.target_id
      """)
  ScanRow begin(UUID scanId, long targetId, String worker, Instant at);

  /// Locks a running scan to settle it; empty when another worker has begun it since.
  @Query(
      """
      select id from scan where id = :scanId and state = 'RUNNING' and attempt = :attempt for update
      """)
  Optional<UUID> lock(UUID scanId, int attempt);

  /// Ends a scan.
  @Query(
      """
      update scan set state = 'DONE', outcome = :outcome, finished_at = :at where id = :scanId
      """)
  void done(UUID scanId, String outcome, Instant at);

  /// Ends a scan that a fault of ours kept from being settled.
  @Query(
      """
      update scan set state = 'FAILED', error = :error, finished_at = :at
      where id = :scanId and state = 'RUNNING' and attempt = :attempt
      """)
  void failed(UUID scanId, int attempt, String error, Instant at);

  /// One scan.
  @Query(
      """
      select s.*, t.kind, t.name from scan s join target t on t.id = s.target_id where s.id = :scanId
      """)
  Optional<ScanRow> find(UUID scanId);

  /// The scans of a target, the last requested first.
  @Query(
      """
      select s.*, t.kind, t.name from scan s join target t on t.id = s.target_id
      where s.target_id = :targetId order by s.requested_at desc, s.id desc limit :limit
      """)
  List<ScanRow> ofTarget(long targetId, int limit);

  /// A page of scans, the last requested first.
  ///
  /// @param beforeAt with `beforeId` the last row of the page before; none for the first page
  @Query(
      """
      select s.*, t.kind, t.name from scan s join target t on t.id = s.target_id
      where (cast(:name as text) is null or t.name = :name)
        and (cast(:kind as text) is null or t.kind = :kind)
        and (cast(:state as text) is null or s.state = :state)
        and (cast(:beforeAt as timestamptz) is null
          or (s.requested_at, s.id) < (cast(:beforeAt as timestamptz), cast(:beforeId as uuid)))
      order by s.requested_at desc, s.id desc limit :limit
      """)
  List<ScanRow> page(
      @Nullable String name,
      @Nullable String kind,
      @Nullable String state,
      @Nullable Instant beforeAt,
      @Nullable UUID beforeId,
      int limit);
}
