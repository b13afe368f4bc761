package uk.nhs.estate.store;

import java.util.stream.Stream;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.register.intake.Listing;
import uk.nhs.estate.register.intake.Note;
import uk.nhs.estate.register.intake.Reason;
import uk.nhs.estate.register.intake.Row;

/// Takes a list of websites into the register: their domains and sites, and then who claims them.
final class StagedWebsites {
  private static final String CREATE =
      """
      create temp table staged_website (
        line bigint not null,
        organisation text,
        kind text not null,
        name text collate "C" not null,
        domain text collate "C" not null,
        section text not null,
        target_id bigint,
        adds boolean not null default false
      ) on commit drop
      """;

  private static final String COPIED =
      "staged_website (line, organisation, kind, name, domain, section)";

  private static final String UNKNOWN =
      """
      from staged_website s where organisation is not null
        and not exists (select from organisation o where o.code = s.organisation)
      """;

  /// Each name of a row, with the number of the first row that says the same.
  private static final String REPEATS =
      """
      from (
        select ctid as place, line, name, row_number() over same as turn,
          first_value(line) over same as first
        from staged_website window same as (partition by organisation, kind, name order by line)
      ) s where turn > 1
      """;

  private final Session session;
  private final ImportLog log;
  private final PublicSuffixes suffixes;

  StagedWebsites(Session session, ImportLog log, PublicSuffixes suffixes) {
    this.session = session;
    this.log = log;
    this.suffixes = suffixes;
  }

  /// Does it all.
  ///
  /// @param rows read once, to their end
  /// @param evidence what the claims rest on, but for the line: `gp-websites.csv`
  void take(Stream<Row<Listing>> rows, String evidence) {
    session.run(CREATE);
    stage(rows);
    session.run("analyze staged_website");
    dropUnknownOrganisations();
    dropRepeats();
    addTargets();
    new StagedClaims(session, log).take(evidence);
    session.run("drop table staged_website");
  }

  private void stage(Stream<Row<Listing>> rows) {
    try (var copy = new CopyRows(session.connection(), COPIED)) {
      rows.forEachOrdered(
          row -> {
            switch (row) {
              case Row.Refused<Listing> refused -> log.refused(refused);
              case Row.Entry<Listing>(var line, var listing, var notes) -> {
                notes.forEach(note -> log.noted(line, note));
                listing.targets().forEach(target -> copy(copy, line, listing, target));
              }
            }
          });
      copy.finish();
    }
  }

  private void copy(CopyRows copy, long line, Listing listing, Target target) {
    var domain =
        switch (target) {
          case Domain(var name) -> name;
          case Site(_, var name) -> name;
        };
    copy.add(
        line,
        listing.organisation(),
        target.kind().name(),
        target.name().ascii(),
        domain.ascii(),
        suffixes.suffix(domain).section().name());
  }

  private void dropUnknownOrganisations() {
    session.each(
        """
        select distinct s.line, s.organisation,
          (select code from organisation where code = left(s.organisation, 6)) as practice
        %s order by s.line
        """
            .formatted(UNKNOWN),
        row -> {
          String code = row.getString("organisation");
          String practice = row.getString("practice");
          log.refused(
              row.getLong("line"),
              "ods_code",
              Reason.UNKNOWN_ORGANISATION,
              practice == null
                  ? "The register has no organisation %s: import the file of ODS that lists it first."
                      .formatted(code)
                  : "The register has no organisation %s, only %s: is it a branch of that practice?"
                      .formatted(code, practice),
              code);
        });
    session.run("delete from staged_website where ctid in (select s.ctid %s)".formatted(UNKNOWN));
  }

  private void dropRepeats() {
    session.each(
        "select line, name, first %s and line <> first order by line".formatted(REPEATS),
        row ->
            log.noted(
                row.getLong("line"),
                new Note(
                    Note.Kind.REPEATED,
                    "name",
                    "says of %s what line %d says"
                        .formatted(row.getString("name"), row.getLong("first")))));
    session.run("delete from staged_website where ctid in (select place %s)".formatted(REPEATS));
  }

  private void addTargets() {
    session.run(
        """
        update staged_website s set target_id = t.id
        from target t where t.kind = s.kind and t.name = s.name
        """);
    add(
        "domain",
        """
        insert into target (kind, name)
        select distinct 'DOMAIN', domain from staged_website s
        where target_id is null
          and not exists (select from target t where t.kind = 'DOMAIN' and t.name = s.domain)
        order by domain
        on conflict do nothing
        """);
    add(
        "site",
        """
        insert into target (kind, name, domain_id)
        select distinct 'SITE', s.name, d.id
        from staged_website s join target d on d.kind = 'DOMAIN' and d.name = s.domain
        where s.target_id is null and s.kind = 'SITE'
        order by s.name
        on conflict do nothing
        """);
    session.run(
        """
        update staged_website s set target_id = t.id, adds = true
        from target t where s.target_id is null and t.kind = s.kind and t.name = s.name
        """);
    session.run("analyze staged_website");
    noteRetired();
  }

  private void noteRetired() {
    session.each(
        """
        select s.line, s.name from staged_website s join target t on t.id = s.target_id
        where t.lifecycle = 'RETIRED' order by s.line
        """,
        row ->
            log.noted(
                row.getLong("line"),
                new Note(
                    Note.Kind.RETIRED,
                    "name",
                    "%s is retired in the register, and stays so"
                        .formatted(row.getString("name")))));
  }

  private void add(String entry, String sql) {
    log.newEntries.put(entry, session.run(sql));
  }
}
