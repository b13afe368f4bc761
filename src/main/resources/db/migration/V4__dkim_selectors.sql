-- DKIM: the selectors that owners say are in use, and the keys that were found.

create table dkim_selector (
  id bigint generated always as identity primary key,
  target_id bigint not null references target,
  selector text collate "C" not null check (selector = lower(selector) and selector <> ''),
  registered_at timestamptz not null default now(),
  retired_at timestamptz,
  unique (target_id, selector)
);
comment on table dkim_selector is 'A DKIM selector that the owner of a domain says is in use: every look asks for it.';
create trigger history after insert or update or delete on dkim_selector for each row execute function keep_history();

create table dkim_key (
  target_id bigint not null references target,
  selector text collate "C" not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  kept_at text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  gone_at timestamptz,
  primary key (target_id, selector, fingerprint)
);
comment on table dkim_key is 'A DKIM key that looks have found at a domain: tells which domains publish the same one.';
comment on column dkim_key.fingerprint is 'SHA-256 of the key, however it is written.';
comment on column dkim_key.kept_at is 'The name at which the record stands when the selector is an alias: that of a supplier, as a rule.';
comment on column dkim_key.gone_at is 'When a look first saw that the key is no longer there; none while it is.';
create index dkim_key_by_fingerprint on dkim_key (fingerprint) where gone_at is null;
