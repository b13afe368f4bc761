-- What was seen once, or could not be asked once, is asked again before it counts or is shown.

alter table finding
  drop constraint finding_status_check,
  drop constraint finding_check,
  add column opened int not null default 1;
update finding set opened = reopened + 1 where reopened > 0;
alter table finding
  drop column reopened,
  add constraint finding_status_check check (status in ('SUSPECTED', 'OPEN', 'RESOLVED', 'WITHDRAWN', 'DROPPED')),
  add constraint finding_closed_check check ((status in ('SUSPECTED', 'OPEN')) = (closed_at is null)),
  add constraint finding_opened_check check (opened > 0 or opened = 0 and status in ('SUSPECTED', 'DROPPED'));
comment on column finding.status is 'SUSPECTED: seen once where it must be seen twice, and not counted yet. DROPPED: suspected, and not confirmed.';
comment on column finding.opened_at is 'When it was first seen, or seen again after it was closed.';
comment on column finding.opened is 'How often it was opened; 0 as long as it has only been suspected.';
create index finding_suspected_worst_first on finding (rank, id) where status = 'SUSPECTED';

alter table finding_change
  drop constraint finding_change_change_check,
  add constraint finding_change_change_check
    check (change in ('SUSPECTED', 'OPENED', 'REOPENED', 'RESOLVED', 'WITHDRAWN', 'DROPPED'));

alter table verdict
  drop constraint verdict_outcome_check,
  add column unknown_since timestamptz,
  add constraint verdict_outcome_check check (outcome in ('PASS', 'FAIL', 'NOT_APPLICABLE', 'UNKNOWN', 'PENDING')),
  add constraint verdict_pending_check check (outcome <> 'PENDING' or observed_at is null and unknown_since is not null);
comment on column verdict.outcome is 'UNKNOWN: two looks could not make the check, or none can. PENDING: never made; one look could not, and another is to come.';
comment on column verdict.unknown_since is 'When the first of the looks in a row was that could not make the check; none when the last one did. The verdict before stands until a second look could not either.';

alter table standing
  add column hidden_since timestamptz,
  add column suspected int not null default 0;
update standing s set hidden_since = coalesce(s.last_seen_at, t.registered_at)
from target t
where t.id = s.target_id and (s.last_seen_at is null or s.last_seen_at < s.last_scanned_at);
comment on column standing.obstructed is 'How many looks in a row met an obstacle that may pass; counted anew when retries were given up and another check became hidden.';
comment on column standing.hidden_since is 'When the first of the looks in a row was that brought nothing back; none when the last one did.';
comment on column standing.suspected is 'How many looks in a row saw what a second look has to confirm.';
