-- What the migrations make of an empty database. Generated: do not edit.

CREATE OR REPLACE FUNCTION public.keep_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  row_key text;
begin
  if tg_op = 'DELETE' then
    raise exception 'Nothing is deleted from the register: retire it (%)', tg_table_name;
  end if;
  if tg_op = 'UPDATE' and old is not distinct from new then
    return null;
  end if;
  row_key := case tg_table_name when 'organisation' then to_jsonb(new) ->> 'code' else to_jsonb(new) ->> 'id' end;
  insert into history (actor, entry, key, before, after)
  values (
    coalesce(nullif(current_setting('estate.actor', true), ''), 'unknown'),
    tg_table_name,
    row_key,
    case when tg_op = 'UPDATE' then to_jsonb(old) end,
    to_jsonb(new));
  return null;
end
$function$
;

create table candidate (
  host text collate "C" not null,
  domain text collate "C" not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  target_id bigint not null,
  constraint candidate_pkey PRIMARY KEY (host),
  constraint candidate_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint candidate_check CHECK ((first_seen_at <= last_seen_at)),
  constraint candidate_host_check CHECK (((host = lower(host)) AND (host <> ''::text)))
);
comment on table candidate is 'A host that a page of ours leads to and that the register may lack. Nothing scans it; once the register has it, it is no candidate and its row stays.';
comment on column candidate.domain is 'The registered domain that the host belongs to.';
comment on column candidate.last_seen_at is 'To within some hours: one seen at many sites is not written anew for each.';
comment on column candidate.target_id is 'The site whose pages led to it when it was last written.';

create table claim (
  id bigint generated always as identity not null,
  organisation text not null,
  target_id bigint not null,
  relation text not null,
  inferred boolean default false not null,
  evidence text not null,
  from_date date,
  until_date date,
  constraint claim_pkey PRIMARY KEY (id),
  constraint claim_organisation_target_id_key UNIQUE (organisation, target_id),
  constraint claim_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  constraint claim_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint claim_relation_check CHECK ((relation = ANY (ARRAY['HOLDER'::text, 'CUSTODIAN'::text, 'SUPPLIER_RUN'::text])))
);
CREATE INDEX claim_by_target ON public.claim USING btree (target_id);
CREATE TRIGGER history AFTER INSERT OR DELETE OR UPDATE ON public.claim FOR EACH ROW EXECUTE FUNCTION keep_history();
comment on table claim is 'An organisation''s relation to a domain or site, with its evidence and dates.';
comment on column claim.inferred is 'An import inferred the relation from how many organisations have websites at the domain, and infers it again when that changes; what a person decided stays.';

create table contact (
  id bigint generated always as identity not null,
  target_id bigint,
  organisation text,
  role text not null,
  email text not null,
  retired_at timestamp with time zone,
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_organisation_fkey FOREIGN KEY (organisation) REFERENCES organisation(code),
  constraint contact_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint contact_check CHECK ((num_nonnulls(target_id, organisation) = 1)),
  constraint contact_role_check CHECK ((role = ANY (ARRAY['DOMAIN_NAME_ADMINISTRATOR'::text, 'TECHNICAL'::text, 'SECURITY'::text])))
);
CREATE UNIQUE INDEX contact_once ON public.contact USING btree (target_id, organisation, role, lower(email)) NULLS NOT DISTINCT WHERE (retired_at IS NULL);
CREATE TRIGGER history AFTER INSERT OR DELETE OR UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION keep_history();
comment on table contact is 'Who answers for a domain, a site or an organisation.';

create table dkim_key (
  target_id bigint not null,
  selector text collate "C" not null,
  fingerprint text not null,
  kept_at text,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  constraint dkim_key_pkey PRIMARY KEY (target_id, selector, fingerprint),
  constraint dkim_key_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint dkim_key_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX dkim_key_by_fingerprint ON public.dkim_key USING btree (fingerprint) WHERE (gone_at IS NULL);
comment on table dkim_key is 'A DKIM key that looks have found at a domain: tells which domains publish the same one.';
comment on column dkim_key.fingerprint is 'SHA-256 of the key, however it is written.';
comment on column dkim_key.kept_at is 'The name at which the record stands when the selector is an alias: that of a supplier, as a rule.';
comment on column dkim_key.gone_at is 'When a look first saw that the key is no longer there; none while it is.';

create table dkim_selector (
  id bigint generated always as identity not null,
  target_id bigint not null,
  selector text collate "C" not null,
  registered_at timestamp with time zone default now() not null,
  retired_at timestamp with time zone,
  constraint dkim_selector_pkey PRIMARY KEY (id),
  constraint dkim_selector_target_id_selector_key UNIQUE (target_id, selector),
  constraint dkim_selector_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint dkim_selector_selector_check CHECK (((selector = lower(selector)) AND (selector <> ''::text)))
);
CREATE TRIGGER history AFTER INSERT OR DELETE OR UPDATE ON public.dkim_selector FOR EACH ROW EXECUTE FUNCTION keep_history();
comment on table dkim_selector is 'A DKIM selector that the owner of a domain says is in use: every look asks for it.';

create table dmarc_report (
  id bigint generated always as identity not null,
  target_id bigint not null,
  domain text collate "C" not null,
  reporter text not null,
  report_id text not null,
  begins_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  day date not null,
  policy text not null,
  published json not null,
  messages bigint not null,
  sha256 text not null,
  received_at timestamp with time zone not null,
  received_by text not null,
  constraint dmarc_report_pkey PRIMARY KEY (id),
  constraint dmarc_report_domain_reporter_report_id_key UNIQUE (domain, reporter, report_id),
  constraint dmarc_report_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint dmarc_report_check CHECK ((begins_at <= ends_at)),
  constraint dmarc_report_messages_check CHECK ((messages > 0)),
  constraint dmarc_report_policy_check CHECK ((policy = ANY (ARRAY['NONE'::text, 'QUARANTINE'::text, 'REJECT'::text]))),
  constraint dmarc_report_report_id_check CHECK ((report_id <> ''::text)),
  constraint dmarc_report_reporter_check CHECK ((reporter <> ''::text))
);
CREATE INDEX dmarc_report_by_day ON public.dmarc_report USING btree (target_id, day);
CREATE INDEX dmarc_report_last_first ON public.dmarc_report USING btree (target_id, id DESC);
comment on table dmarc_report is 'A DMARC aggregate report, kept once: what one receiver says of the mail of some hours.';
comment on column dmarc_report.target_id is 'The registered domain, which is the one reported about or above it.';
comment on column dmarc_report.domain is 'The domain whose policy was found.';
comment on column dmarc_report.report_id is 'Unique among the reports of one reporter about one domain.';
comment on column dmarc_report.day is 'The day for which its messages count: the one in the middle of the period, in UTC.';
comment on column dmarc_report.policy is 'What the domain asked for (p); published has all that it published.';
comment on column dmarc_report.sha256 is 'Of the XML, so that the same report with other content is noticed.';

create table dmarc_row (
  report_id bigint not null,
  number integer not null,
  source inet not null,
  messages bigint not null,
  disposition text not null,
  dkim boolean not null,
  spf boolean not null,
  header_from text not null,
  overrides text[] not null,
  authenticated text[] not null,
  results json not null,
  constraint dmarc_row_pkey PRIMARY KEY (report_id, number),
  constraint dmarc_row_report_id_fkey FOREIGN KEY (report_id) REFERENCES dmarc_report(id),
  constraint dmarc_row_disposition_check CHECK ((disposition = ANY (ARRAY['NONE'::text, 'PASS'::text, 'QUARANTINE'::text, 'REJECT'::text]))),
  constraint dmarc_row_messages_check CHECK ((messages > 0))
);
comment on table dmarc_row is 'Messages from one address that fared alike, in one report.';
comment on column dmarc_row.dkim is 'Whether a signature passed that is aligned with the author''s domain.';
comment on column dmarc_row.spf is 'Whether SPF passed for a name that is aligned with the author''s domain.';
comment on column dmarc_row.header_from is 'The author''s domain.';
comment on column dmarc_row.overrides is 'Why the receiver did something else than the policy says.';
comment on column dmarc_row.authenticated is 'The names for which DKIM or SPF passed, aligned or not.';
comment on column dmarc_row.results is 'What DKIM and SPF said of each name.';

create table finding (
  id bigint generated always as identity not null,
  target_id bigint not null,
  rule text not null,
  subject text not null,
  severity text not null,
  rank smallint generated always as ((array_position(ARRAY['URGENT'::text, 'ADVISORY'::text, 'INFORMATIONAL'::text], severity) - 1)) stored not null,
  status text not null,
  evidence text not null,
  opened_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  opened integer default 1 not null,
  constraint finding_pkey PRIMARY KEY (id),
  constraint finding_target_id_rule_subject_key UNIQUE (target_id, rule, subject),
  constraint finding_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint finding_closed_check CHECK (((status = ANY (ARRAY['SUSPECTED'::text, 'OPEN'::text])) = (closed_at IS NULL))),
  constraint finding_opened_check CHECK (((opened > 0) OR ((opened = 0) AND (status = ANY (ARRAY['SUSPECTED'::text, 'DROPPED'::text]))))),
  constraint finding_severity_check CHECK ((severity = ANY (ARRAY['URGENT'::text, 'ADVISORY'::text, 'INFORMATIONAL'::text]))),
  constraint finding_status_check CHECK ((status = ANY (ARRAY['SUSPECTED'::text, 'OPEN'::text, 'RESOLVED'::text, 'WITHDRAWN'::text, 'DROPPED'::text])))
);
CREATE INDEX finding_by_rule ON public.finding USING btree (rule, id);
CREATE INDEX finding_open_worst_first ON public.finding USING btree (rank, id) WHERE (status = 'OPEN'::text);
CREATE INDEX finding_suspected_worst_first ON public.finding USING btree (rank, id) WHERE (status = 'SUSPECTED'::text);
CREATE INDEX finding_worst_first ON public.finding USING btree (rank, id);
comment on table finding is 'A fault that lasts from scan to scan.';
comment on column finding.rank is 'The severity as a number: 0 is the most severe.';
comment on column finding.status is 'SUSPECTED: seen once where it must be seen twice, and not counted yet. DROPPED: suspected, and not confirmed.';
comment on column finding.opened_at is 'When it was first seen, or seen again after it was closed.';
comment on column finding.opened is 'How often it was opened; 0 as long as it has only been suspected.';

create table finding_change (
  id bigint generated always as identity not null,
  finding_id bigint not null,
  scan_id uuid not null,
  at timestamp with time zone not null,
  change text not null,
  evidence text not null,
  constraint finding_change_pkey PRIMARY KEY (id),
  constraint finding_change_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id),
  constraint finding_change_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES scan(id),
  constraint finding_change_change_check CHECK ((change = ANY (ARRAY['SUSPECTED'::text, 'OPENED'::text, 'REOPENED'::text, 'RESOLVED'::text, 'WITHDRAWN'::text, 'DROPPED'::text])))
);
CREATE INDEX finding_change_by_finding ON public.finding_change USING btree (finding_id, id);
comment on table finding_change is 'What scans did to a finding.';

create table history (
  id bigint generated always as identity not null,
  at timestamp with time zone default now() not null,
  actor text not null,
  entry text not null,
  key text not null,
  before jsonb,
  after jsonb not null,
  constraint history_pkey PRIMARY KEY (id)
);
CREATE INDEX history_by_key ON public.history USING btree (entry, key, id);
comment on table history is 'Every change of every entry of the register: as-at questions are answered from here.';

create table import (
  id bigint generated always as identity not null,
  at timestamp with time zone default now() not null,
  actor text not null,
  file text not null,
  sha256 text not null,
  kind text not null,
  rows bigint not null,
  added bigint not null,
  changed bigint not null,
  unchanged bigint not null,
  refused bigint not null,
  constraint import_pkey PRIMARY KEY (id)
);
comment on table import is 'Every file that was read into the register, with what came of it.';

create table observation (
  id bigint generated always as identity not null,
  target_id bigint not null,
  scan_id uuid not null,
  digest text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  looks bigint default 1 not null,
  constraint observation_pkey PRIMARY KEY (id),
  constraint observation_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES scan(id),
  constraint observation_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id)
);
CREATE INDEX observation_by_target ON public.observation USING btree (target_id, id DESC);
comment on table observation is 'What was seen of a target, as long as it stayed the same: an unchanged look moves last_seen_at only.';

create table organisation (
  code text not null,
  name text not null,
  type text not null,
  status text not null,
  opened date,
  closed date,
  parents jsonb default '[]'::jsonb not null,
  postcode text,
  phone text,
  constraint organisation_pkey PRIMARY KEY (code),
  constraint organisation_code_check CHECK ((code ~ '^[A-Z0-9]{3,12}$'::text)),
  constraint organisation_name_check CHECK ((name <> ''::text))
);
CREATE INDEX organisation_by_name ON public.organisation USING btree (lower(name), code);
CREATE INDEX organisation_by_parent ON public.organisation USING gin (parents jsonb_path_ops);
CREATE INDEX organisation_by_type ON public.organisation USING btree (type, code);
CREATE TRIGGER history AFTER INSERT OR DELETE OR UPDATE ON public.organisation FOR EACH ROW EXECUTE FUNCTION keep_history();
comment on table organisation is 'An NHS body, by its ODS code.';
comment on column organisation.parents is 'The bodies above it: code, kind, from, until; a code may be one that the register does not hold.';

create table outbox (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  kind text not null,
  target_id bigint not null,
  scan_id uuid not null,
  body json not null,
  sent_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES scan(id),
  constraint outbox_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id)
);
CREATE INDEX outbox_unsent ON public.outbox USING btree (id) WHERE (sent_at IS NULL);
comment on table outbox is 'What there is to tell people, written in the transaction that made it true.';

create table part (
  hash text not null,
  bytes bytea not null,
  constraint part_pkey PRIMARY KEY (hash)
);
comment on table part is 'Large parts of what was sent (certificates, pages), each kept once, by its SHA-256.';

create table scan (
  id uuid not null,
  target_id bigint not null,
  reason text not null,
  state text not null,
  requested_at timestamp with time zone not null,
  requested_by text not null,
  attempt integer default 0 not null,
  worker text,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  outcome text,
  error text,
  constraint scan_pkey PRIMARY KEY (id),
  constraint scan_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint scan_check CHECK (((state = ANY (ARRAY['DONE'::text, 'FAILED'::text])) = (finished_at IS NOT NULL))),
  constraint scan_outcome_check CHECK ((outcome = ANY (ARRAY['SEEN'::text, 'PARTLY_SEEN'::text, 'UNSEEN'::text]))),
  constraint scan_reason_check CHECK ((reason = ANY (ARRAY['ROUTINE'::text, 'ON_DEMAND'::text, 'RETRY'::text]))),
  constraint scan_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'DONE'::text, 'FAILED'::text])))
);
CREATE INDEX scan_by_target ON public.scan USING btree (target_id, requested_at DESC, id DESC);
CREATE INDEX scan_by_time ON public.scan USING btree (requested_at DESC, id DESC);
CREATE UNIQUE INDEX scan_one_queued ON public.scan USING btree (target_id) WHERE (state = 'QUEUED'::text);
CREATE UNIQUE INDEX scan_one_running ON public.scan USING btree (target_id) WHERE (state = 'RUNNING'::text);
comment on table scan is 'One look-and-settle of one target.';
comment on column scan.attempt is 'How often a worker has begun it; a worker whose attempt is not the last one may not settle.';

create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  constraint scheduled_tasks_pkey PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON public.scheduled_tasks USING btree (priority DESC, execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON public.scheduled_tasks USING btree (last_heartbeat);
comment on table scheduled_tasks is 'When each target is looked at next, and by which worker it is being looked at.';

create table score (
  id bigint generated always as identity not null,
  target_id bigint not null,
  scan_id uuid not null,
  at timestamp with time zone not null,
  points integer not null,
  grade text,
  policy text not null,
  constraint score_pkey PRIMARY KEY (id),
  constraint score_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES scan(id),
  constraint score_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id)
);
CREATE INDEX score_by_target ON public.score USING btree (target_id, id);
comment on table score is 'Every score that a target has had, from when.';

create table sighting (
  observation_id bigint not null,
  topic text not null,
  obstacle text,
  detail text,
  facts json,
  constraint sighting_pkey PRIMARY KEY (observation_id, topic),
  constraint sighting_observation_id_fkey FOREIGN KEY (observation_id) REFERENCES observation(id),
  constraint sighting_check CHECK (((facts IS NULL) = (obstacle IS NOT NULL)))
);
comment on table sighting is 'The facts that a look brought back, as they were sent, or the obstacle that hid them.';

create table standing (
  target_id bigint not null,
  points integer,
  grade text,
  policy text not null,
  checks_seen integer not null,
  checks_all integer not null,
  urgent integer not null,
  advisory integer not null,
  informational integer not null,
  ledger json not null,
  last_scanned_at timestamp with time zone not null,
  last_seen_at timestamp with time zone,
  obstructed integer default 0 not null,
  hidden_since timestamp with time zone,
  suspected integer default 0 not null,
  constraint standing_pkey PRIMARY KEY (target_id),
  constraint standing_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint standing_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text, 'F'::text]))),
  constraint standing_points_check CHECK (((points >= 0) AND (points <= 100)))
);
CREATE INDEX standing_worst_first ON public.standing USING btree (points, target_id);
comment on table standing is 'How a target stands now: its score from open findings, with the coverage beside it.';
comment on column standing.last_seen_at is 'When a look last brought back facts; older than last_scanned_at while the target is hidden.';
comment on column standing.obstructed is 'How many looks in a row met an obstacle that may pass; counted anew when retries were given up and another check became hidden.';
comment on column standing.hidden_since is 'When the first of the looks in a row was that brought nothing back; none when the last one did.';
comment on column standing.suspected is 'How many looks in a row saw what a second look has to confirm.';

create table target (
  id bigint generated always as identity not null,
  kind text not null,
  name text collate "C" not null,
  domain_id bigint,
  lifecycle text default 'ACTIVE'::text not null,
  scan_level smallint default 2 not null,
  registered_at timestamp with time zone default now() not null,
  retired_at timestamp with time zone,
  constraint target_pkey PRIMARY KEY (id),
  constraint target_kind_name_key UNIQUE (kind, name),
  constraint target_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES target(id),
  constraint target_check CHECK (((kind = 'SITE'::text) = (domain_id IS NOT NULL))),
  constraint target_check1 CHECK (((lifecycle = 'RETIRED'::text) = (retired_at IS NOT NULL))),
  constraint target_kind_check CHECK ((kind = ANY (ARRAY['DOMAIN'::text, 'SITE'::text]))),
  constraint target_lifecycle_check CHECK ((lifecycle = ANY (ARRAY['ACTIVE'::text, 'RETIRED'::text]))),
  constraint target_name_check CHECK (((name = lower(name)) AND (name <> ''::text))),
  constraint target_scan_level_check CHECK (((scan_level >= 0) AND (scan_level <= 3)))
);
CREATE INDEX target_by_domain ON public.target USING btree (domain_id) WHERE (domain_id IS NOT NULL);
CREATE TRIGGER history AFTER INSERT OR DELETE OR UPDATE ON public.target FOR EACH ROW EXECUTE FUNCTION keep_history();
comment on table target is 'What is scanned: a domain (a registered name) or a site (a host that answers the web under a domain).';
comment on column target.scan_level is '0 none (opted out), 1 passive, 2 ordinary, 3 thorough.';

create table verdicts (
  target_id bigint not null,
  unknown integer not null,
  sheet json not null,
  constraint verdicts_pkey PRIMARY KEY (target_id),
  constraint verdicts_target_id_fkey FOREIGN KEY (target_id) REFERENCES target(id),
  constraint verdicts_unknown_check CHECK ((unknown >= 0))
);
comment on table verdicts is 'The last verdict of each check on each target: one row for all checks of a target.';
comment on column verdicts.unknown is 'How many checks have the outcome UNKNOWN.';
comment on column verdicts.sheet is 'An array of objects: rule; outcome (PASS, FAIL, NOT_APPLICABLE; UNKNOWN: two looks could not make the check, or none can; PENDING: never made; one look could not, and another is to come); reason; judgedAt; observedAt, when the check last had something to judge; unknownSince, when the first of the looks in a row was that could not make the check: the verdict before stands until a second look could not either.';

create view claim_reach as
 SELECT claim.id AS claim_id,
    claim.organisation,
    claim.target_id
   FROM claim
UNION ALL
 SELECT c.id AS claim_id,
    c.organisation,
    t.domain_id AS target_id
   FROM (claim c
     JOIN target t ON ((t.id = c.target_id)))
  WHERE ((c.relation = 'HOLDER'::text) AND (t.kind = 'SITE'::text));
comment on view claim_reach is 'What each claim is about: its target, and the domain of a site that is held, since a domain is held by the one whose websites are there.';

create view organisation_target as
 SELECT claim_reach.organisation,
    claim_reach.target_id
   FROM claim_reach
UNION
 SELECT r.organisation,
    t.id AS target_id
   FROM (claim_reach r
     JOIN target t ON ((t.domain_id = r.target_id)));
comment on view organisation_target is 'What each organisation answers for: what its claims are about, and the sites under those domains.';
