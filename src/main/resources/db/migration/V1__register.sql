-- The register: what we own. Nothing here is ever deleted: entries retire, and every change leaves a row in history.

create table organisation (
  code text primary key check (code ~ '^[A-Z0-9]{3,12}$'),
  name text not null check (name <> ''),
  type text not null,
  status text not null,
  opened date,
  closed date,
  parents jsonb not null default '[]',
  postcode text,
  phone text
);
comment on table organisation is 'An NHS body, by its ODS code.';
comment on column organisation.parents is 'The bodies above it: code, kind, from, until; a code may be one that the register does not hold.';
create index organisation_by_name on organisation (lower(name), code);
create index organisation_by_type on organisation (type, code);
create index organisation_by_parent on organisation using gin (parents jsonb_path_ops);

create table target (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('DOMAIN', 'SITE')),
  name text collate "C" not null check (name = lower(name) and name <> ''),
  domain_id bigint references target,
  lifecycle text not null default 'ACTIVE' check (lifecycle in ('ACTIVE', 'RETIRED')),
  scan_level smallint not null default 2 check (scan_level between 0 and 3),
  registered_at timestamptz not null default now(),
  retired_at timestamptz,
  unique (kind, name),
  check ((kind = 'SITE') = (domain_id is not null)),
  check ((lifecycle = 'RETIRED') = (retired_at is not null))
);
comment on table target is 'What is scanned: a domain (a registered name) or a site (a host that answers the web under a domain).';
comment on column target.scan_level is '0 none (opted out), 1 passive, 2 ordinary, 3 thorough.';
create index target_by_domain on target (domain_id) where domain_id is not null;

create table claim (
  id bigint generated always as identity primary key,
  organisation text not null references organisation,
  target_id bigint not null references target,
  relation text not null check (relation in ('HOLDER', 'CUSTODIAN', 'SUPPLIER_RUN')),
  inferred boolean not null default false,
  evidence text not null,
  from_date date,
  until_date date,
  unique (organisation, target_id)
);
comment on table claim is 'An organisation''s relation to a domain or site, with its evidence and dates.';
comment on column claim.inferred is 'An import inferred the relation from how many organisations have websites at the domain, and infers it again when that changes; what a person decided stays.';
create index claim_by_target on claim (target_id);

create view claim_reach as
  select id as claim_id, organisation, target_id from claim
  union all
  select c.id, c.organisation, t.domain_id from claim c join target t on t.id = c.target_id
  where c.relation = 'HOLDER' and t.kind = 'SITE';
comment on view claim_reach is 'What each claim is about: its target, and the domain of a site that is held, since a domain is held by the one whose websites are there.';

create view organisation_target as
  select organisation, target_id from claim_reach
  union
  select r.organisation, t.id from claim_reach r join target t on t.domain_id = r.target_id;
comment on view organisation_target is 'What each organisation answers for: what its claims are about, and the sites under those domains.';

create table contact (
  id bigint generated always as identity primary key,
  target_id bigint references target,
  organisation text references organisation,
  role text not null check (role in ('DOMAIN_NAME_ADMINISTRATOR', 'TECHNICAL', 'SECURITY')),
  email text not null,
  retired_at timestamptz,
  check (num_nonnulls(target_id, organisation) = 1)
);
comment on table contact is 'Who answers for a domain, a site or an organisation.';
create unique index contact_once on contact (target_id, organisation, role, lower(email)) nulls not distinct
  where retired_at is null;

create table history (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  entry text not null,
  key text not null,
  before jsonb,
  after jsonb not null
);
comment on table history is 'Every change of every entry of the register: as-at questions are answered from here.';
create index history_by_key on history (entry, key, id);

create function keep_history() returns trigger language plpgsql as $$
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
$$;
create trigger history after insert or update or delete on organisation for each row execute function keep_history();
create trigger history after insert or update or delete on target for each row execute function keep_history();
create trigger history after insert or update or delete on claim for each row execute function keep_history();
create trigger history after insert or update or delete on contact for each row execute function keep_history();

create table import (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  file text not null,
  sha256 text not null,
  kind text not null,
  rows bigint not null,
  added bigint not null,
  changed bigint not null,
  unchanged bigint not null,
  refused bigint not null
);
comment on table import is 'Every file that was read into the register, with what came of it.';
