-- What receivers of mail report of those who send in a domain's name (RFC 9990).

create table dmarc_report (
  id bigint generated always as identity primary key,
  target_id bigint not null references target,
  domain text collate "C" not null,
  reporter text not null check (reporter <> ''),
  report_id text not null check (report_id <> ''),
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  day date not null,
  policy text not null check (policy in ('NONE', 'QUARANTINE', 'REJECT')),
  published json not null,
  messages bigint not null check (messages > 0),
  sha256 text not null,
  received_at timestamptz not null,
  received_by text not null,
  unique (domain, reporter, report_id),
  check (begins_at <= ends_at)
);
comment on table dmarc_report is 'A DMARC aggregate report, kept once: what one receiver says of the mail of some hours.';
comment on column dmarc_report.target_id is 'The registered domain, which is the one reported about or above it.';
comment on column dmarc_report.domain is 'The domain whose policy was found.';
comment on column dmarc_report.report_id is 'Unique among the reports of one reporter about one domain.';
comment on column dmarc_report.day is 'The day for which its messages count: the one in the middle of the period, in UTC.';
comment on column dmarc_report.policy is 'What the domain asked for (p); published has all that it published.';
comment on column dmarc_report.sha256 is 'Of the XML, so that the same report with other content is noticed.';
create index dmarc_report_by_day on dmarc_report (target_id, day);
create index dmarc_report_last_first on dmarc_report (target_id, id desc);

create table dmarc_row (
  report_id bigint not null references dmarc_report,
  number int not null,
  source inet not null,
  messages bigint not null check (messages > 0),
  disposition text not null check (disposition in ('NONE', 'PASS', 'QUARANTINE', 'REJECT')),
  dkim boolean not null,
  spf boolean not null,
  header_from text not null,
  overrides text[] not null,
  authenticated text[] not null,
  results json not null,
  primary key (report_id, number)
);
comment on table dmarc_row is 'Messages from one address that fared alike, in one report.';
comment on column dmarc_row.dkim is 'Whether a signature passed that is aligned with the author''s domain.';
comment on column dmarc_row.spf is 'Whether SPF passed for a name that is aligned with the author''s domain.';
comment on column dmarc_row.header_from is 'The author''s domain.';
comment on column dmarc_row.overrides is 'Why the receiver did something else than the policy says.';
comment on column dmarc_row.authenticated is 'The names for which DKIM or SPF passed, aligned or not.';
comment on column dmarc_row.results is 'What DKIM and SPF said of each name.';
