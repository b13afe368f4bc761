-- Hosts that pages of ours lead to and that the register does not know.

create table candidate (
  host text collate "C" primary key check (host = lower(host) and host <> ''),
  domain text collate "C" not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  target_id bigint not null references target,
  check (first_seen_at <= last_seen_at)
);
comment on table candidate is 'A host that a page of ours leads to and that the register may lack. Nothing scans it; once the register has it, it is no candidate and its row stays.';
comment on column candidate.domain is 'The registered domain that the host belongs to.';
comment on column candidate.last_seen_at is 'To within some hours: one seen at many sites is not written anew for each.';
comment on column candidate.target_id is 'The site whose pages led to it when it was last written.';
