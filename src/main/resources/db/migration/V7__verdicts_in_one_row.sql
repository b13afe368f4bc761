-- The verdicts of a target are read and written together, at every look: one row for all of them costs a tenth of a row for each.

create table verdicts (
  target_id bigint primary key references target,
  unknown integer not null check (unknown >= 0),
  sheet json not null
);
comment on table verdicts is 'The last verdict of each check on each target: one row for all checks of a target.';
comment on column verdicts.unknown is 'How many checks have the outcome UNKNOWN.';
comment on column verdicts.sheet is
  'An array of objects: rule; outcome (PASS, FAIL, NOT_APPLICABLE; UNKNOWN: two looks could not make the check, or none can; PENDING: never made; one look could not, and another is to come); reason; judgedAt; observedAt, when the check last had something to judge; unknownSince, when the first of the looks in a row was that could not make the check: the verdict before stands until a second look could not either.';

insert into verdicts (target_id, unknown, sheet)
select target_id, count(*) filter (where outcome = 'UNKNOWN'),
  json_agg(json_build_object('rule', rule, 'outcome', outcome, 'reason', reason, 'judgedAt', judged_at,
    'observedAt', observed_at, 'unknownSince', unknown_since) order by rule)
from verdict group by target_id;

drop table verdict;
