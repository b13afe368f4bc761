-- What scans look at, see, find and conclude.

create table scan (
  id uuid primary key,
  target_id bigint not null references target,
  reason text not null check (reason in ('ROUTINE', 'ON_DEMAND', 'RETRY')),
  state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  requested_at timestamptz not null,
  requested_by text not null,
  attempt int not null default 0,
  worker text,
  started_at timestamptz,
  finished_at timestamptz,
  outcome text check (outcome in ('SEEN', 'PARTLY_SEEN', 'UNSEEN')),
  error text,
  check ((state in ('DONE', 'FAILED')) = (finished_at is not null))
);
comment on table scan is 'One look-and-settle of one target.';
comment on column scan.attempt is 'How often a worker has begun it; a worker whose attempt is not the last one may not settle.';
create unique index scan_one_queued on scan (target_id) where state = 'QUEUED';
create unique index scan_one_running on scan (target_id) where state = 'RUNNING';
create index scan_by_target on scan (target_id, requested_at desc, id desc);
create index scan_by_time on scan (requested_at desc, id desc);

create table part (
  hash text primary key,
  bytes bytea not null
);
comment on table part is 'Large parts of what was sent (certificates, pages), each kept once, by its SHA-256.';

create table observation (
  id bigint generated always as identity primary key,
  target_id bigint not null references target,
  scan_id uuid not null references scan,
  digest text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  looks bigint not null default 1
);
comment on table observation is 'What was seen of a target, as long as it stayed the same: an unchanged look moves last_seen_at only.';
create index observation_by_target on observation (target_id, id desc);

create table sighting (
  observation_id bigint not null references observation,
  topic text not null,
  obstacle text,
  detail text,
  facts json,
  primary key (observation_id, topic),
  check ((facts is null) = (obstacle is not null))
);
comment on table sighting is 'The facts that a look brought back, as they were sent, or the obstacle that hid them.';

create table verdict (
  target_id bigint not null references target,
  rule text not null,
  outcome text not null check (outcome in ('PASS', 'FAIL', 'NOT_APPLICABLE', 'UNKNOWN')),
  reason text not null,
  judged_at timestamptz not null,
  observed_at timestamptz,
  primary key (target_id, rule)
);
create index verdict_unknown on verdict (target_id) where outcome = 'UNKNOWN';
comment on table verdict is 'The last verdict of each check on each target.';
comment on column verdict.observed_at is 'When the check last had something to judge; none when it never had.';

create table finding (
  id bigint generated always as identity primary key,
  target_id bigint not null references target,
  rule text not null,
  subject text not null,
  severity text not null check (severity in ('URGENT', 'ADVISORY', 'INFORMATIONAL')),
  rank smallint not null generated always as (array_position(array['URGENT', 'ADVISORY', 'INFORMATIONAL'], severity) - 1) stored,
  status text not null check (status in ('OPEN', 'RESOLVED', 'WITHDRAWN')),
  evidence text not null,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  closed_at timestamptz,
  reopened int not null default 0,
  unique (target_id, rule, subject),
  check ((status = 'OPEN') = (closed_at is null))
);
comment on table finding is 'A fault that lasts from scan to scan.';
comment on column finding.rank is 'The severity as a number: 0 is the most severe.';
create index finding_worst_first on finding (rank, id);
create index finding_open_worst_first on finding (rank, id) where status = 'OPEN';
create index finding_by_rule on finding (rule, id);

create table finding_change (
  id bigint generated always as identity primary key,
  finding_id bigint not null references finding,
  scan_id uuid not null references scan,
  at timestamptz not null,
  change text not null check (change in ('OPENED', 'REOPENED', 'RESOLVED', 'WITHDRAWN')),
  evidence text not null
);
comment on table finding_change is 'What scans did to a finding.';
create index finding_change_by_finding on finding_change (finding_id, id);

create table standing (
  target_id bigint primary key references target,
  points int check (points between 0 and 100),
  grade text check (grade in ('A', 'B', 'C', 'D', 'E', 'F')),
  policy text not null,
  checks_seen int not null,
  checks_all int not null,
  urgent int not null,
  advisory int not null,
  informational int not null,
  ledger json not null,
  last_scanned_at timestamptz not null,
  last_seen_at timestamptz,
  obstructed int not null default 0
);
comment on table standing is 'How a target stands now: its score from open findings, with the coverage beside it.';
comment on column standing.last_seen_at is 'When a look last brought back facts; older than last_scanned_at while the target is hidden.';
comment on column standing.obstructed is 'How many looks in a row met an obstacle that may pass.';
create index standing_worst_first on standing (points, target_id);

create table score (
  id bigint generated always as identity primary key,
  target_id bigint not null references target,
  scan_id uuid not null references scan,
  at timestamptz not null,
  points int not null,
  grade text,
  policy text not null
);
comment on table score is 'Every score that a target has had, from when.';
create index score_by_target on score (target_id, id);

create table outbox (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  target_id bigint not null references target,
  scan_id uuid not null references scan,
  body json not null,
  sent_at timestamptz
);
comment on table outbox is 'What there is to tell people, written in the transaction that made it true.';
create index outbox_unsent on outbox (id) where sent_at is null;

-- The schedule, in the form that db-scheduler 16 reads; the instance is the target's id.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
comment on table scheduled_tasks is 'When each target is looked at next, and by which worker it is being looked at.';
create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
