package uk.nhs.estate.store;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.intake.Note;
import uk.nhs.estate.register.intake.Reason;
import uk.nhs.estate.register.intake.Row;

/// Takes a file of organisations into the register: all of it waits in a table of its own, and is
/// then compared and taken by a few statements.
final class StagedOrganisations {
  private static final String CREATE =
      """
      create temp table staged_organisation (
        line bigint not null,
        code text not null,
        name text not null,
        type text not null,
        status text not null,
        opened date,
        closed date,
        parents jsonb not null,
        postcode text,
        phone text
      ) on commit drop
      """;

  /// Rows whose code stands on an earlier row.
  private static final String REPEATS =
      """
      from staged_organisation s
      join (
        select code, min(line) as line from staged_organisation group by code having count(*) > 1
      ) r on s.code = r.code and s.line > r.line
      """;

  private static final String COLUMNS =
      "name, type, status, opened, closed, parents, postcode, phone";

  private static final String DIFFERS =
      " (%s) is distinct from (%s)".formatted(columnsOf("o"), columnsOf("s"));

  private final Session session;
  private final ImportLog log;

  StagedOrganisations(Session session, ImportLog log) {
    this.session = session;
    this.log = log;
  }

  /// Does it all.
  ///
  /// @param rows read once, to their end
  void take(Stream<Row<Organisation>> rows) {
    session.run(CREATE);
    stage(rows);
    session.run("analyze staged_organisation");
    dropRepeats();
    update();
    add();
    countAbsent();
    session.run("drop table staged_organisation");
  }

  private void stage(Stream<Row<Organisation>> rows) {
    try (var copy = new CopyRows(session.connection(), "staged_organisation")) {
      rows.forEachOrdered(
          row -> {
            switch (row) {
              case Row.Refused<Organisation> refused -> log.refused(refused);
              case Row.Entry<Organisation>(var line, var organisation, var notes) -> {
                notes.forEach(note -> log.noted(line, note));
                copy(copy, line, organisation);
              }
            }
          });
      copy.finish();
    }
  }

  private static void copy(CopyRows copy, long line, Organisation organisation) {
    copy.add(
        line,
        organisation.code(),
        organisation.name(),
        organisation.type().name(),
        organisation.status().name(),
        organisation.opened(),
        organisation.closed(),
        FactsJson.write(organisation.parents()),
        organisation.postcode(),
        organisation.phone());
  }

  /// The first row of a code counts: a file that says two things about one body is wrong somewhere,
  /// and only its maker knows where.
  private void dropRepeats() {
    session.each(
        """
        select s.line, s.code, r.line as first, (%s) is not distinct from (%s) as same
        %s join staged_organisation o on o.line = r.line
        order by s.line
        """
            .formatted(columnsOf("o"), columnsOf("s"), REPEATS),
        row -> {
          long line = row.getLong("line");
          long first = row.getLong("first");
          String code = row.getString("code");
          if (row.getBoolean("same")) {
            log.noted(line, new Note(Note.Kind.REPEATED, "code", "says the same as line " + first));
          } else {
            log.refused(
                line,
                "code",
                Reason.CONTRADICTION,
                "Line %d has %s already, with other values: the first row counts."
                    .formatted(first, Refusal.quote(code)),
                code);
          }
        });
    session.run(
        "delete from staged_organisation where line in (select s.line %s)".formatted(REPEATS));
  }

  private void update() {
    session.each(
        """
        select s.line, s.code, f.field, f.before, f.after
        from staged_organisation s join organisation o using (code)
        cross join lateral (values
          (1, 'name', o.name, s.name),
          (2, 'type', o.type, s.type),
          (3, 'status', o.status, s.status),
          (4, 'opened', cast(o.opened as text), cast(s.opened as text)),
          (5, 'closed', cast(o.closed as text), cast(s.closed as text)),
          (6, 'parents', %s, %s),
          (7, 'postcode', o.postcode, s.postcode),
          (8, 'phone', o.phone, s.phone)) as f (place, field, before, after)
        where %s and f.before is distinct from f.after
        order by s.line, f.place
        for update of o
        """
            .formatted(parentsOf("o"), parentsOf("s"), DIFFERS),
        row ->
            log.changed(
                row.getLong("line"),
                row.getString("field"),
                "%s: %s → %s"
                    .formatted(
                        row.getString("code"),
                        shown(row.getString("before")),
                        shown(row.getString("after")))));
    log.changed =
        session.run(
            """
            update organisation o set (%s) = (%s)
            from staged_organisation s where o.code = s.code and %s
            """
                .formatted(COLUMNS, columnsOf("s"), DIFFERS));
    log.changedEntries.put("organisation", log.changed);
  }

  private void add() {
    log.added =
        session.run(
            """
            insert into organisation (code, %s)
            select s.code, %s from staged_organisation s
            where not exists (select from organisation o where o.code = s.code)
            order by s.code
            on conflict do nothing
            """
                .formatted(COLUMNS, columnsOf("s")));
    log.newEntries.put("organisation", log.added);
  }

  private void countAbsent() {
    log.absent =
        session.number(
            """
            select count(*) from organisation o
            where o.type in (select distinct type from staged_organisation)
              and not exists (select from staged_organisation s where s.code = o.code)
            """);
  }

  private static String columnsOf(String table) {
    return COLUMNS.replaceAll("(\\w+)", table + ".$1");
  }

  /// Bodies above, for people: `COMMISSIONER 16C from 2020-04-01, REGION Y63`.
  private static String parentsOf(String table) {
    return """
    (select string_agg(concat_ws(' ', p ->> 'kind', p ->> 'code',
        'from ' || (p ->> 'from'), 'until ' || (p ->> 'until')), ', ')
      from jsonb_array_elements(%s.parents) p)\
    """
        .formatted(table);
  }

  private static String shown(@Nullable String value) {
    return value == null ? "nothing" : "“" + Refusal.shown(value, 300) + "”";
  }
}
