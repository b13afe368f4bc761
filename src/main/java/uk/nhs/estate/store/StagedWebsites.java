package uk.nhs.estate.store;

import java.util.ArrayList;
import java.util.stream.Stream;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.PublicSuffixes.Section;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.register.intake.Listing;
import uk.nhs.estate.register.intake.Note;
import uk.nhs.estate.register.intake.Reason;
import uk.nhs.estate.register.intake.Row;

/// Takes a list of websites into the register: domains, sites, and who claims them.
///
/// A website is claimed as what it is, a site. How its organisation stands to it is inferred from
/// how many organisations have websites at the same domain, in the whole register; and inferred
/// again for all of them when a list names another one.
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
        select ctid as place, line, name, row_number() over same as turn, first_value(line) over same as first
        from staged_website window same as (partition by organisation, kind, name order by line)
      ) s where turn > 1
      """;

  /// The domains of the file's sites, with how many organisations claim something there.
  private static final String DOMAINS =
      """
      create temp table staged_domain on commit drop as
      with touched as (
        select t.domain_id as id, min(s.section) as section, min(s.line) as line
        from staged_website s join target t on t.id = s.target_id
        where t.kind = 'SITE' group by t.domain_id
      ), claimant as (
        select coalesce(t.domain_id, t.id) as id, s.organisation
        from staged_website s join target t on t.id = s.target_id
        where s.organisation is not null
        union
        select coalesce(t.domain_id, t.id), c.organisation
        from claim c join target t on t.id = c.target_id
        where coalesce(t.domain_id, t.id) in (select id from touched)
          and (c.until_date is null or c.until_date >= current_date)
      )
      select id, t.name, section, line, cast(count(claimant.organisation) as int) as organisations,
        cast(null as text) as front_relation, cast(null as text) as other_relation
      from touched join target t using (id) left join claimant using (id)
      group by id, t.name, section, line
      """;

  private static final String RELATION =
      "case when t.name in (d.name, 'www.' || d.name) then front_relation else other_relation end";

  /// Claims whose relation was inferred, and is another one now.
  private static final String OUTDATED =
      """
      from claim c
      join target t on t.id = c.target_id and t.kind = 'SITE'
      join staged_domain d on d.id = t.domain_id
      where c.inferred and c.relation <> %s
        and (c.until_date is null or c.until_date >= current_date)
      """
          .formatted(RELATION);

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
    inferRelations();
    countRows();
    updateClaims();
    addClaims(evidence);
    session.run("drop table staged_website, staged_domain");
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

  private void inferRelations() {
    session.run(DOMAINS);
    session.run("analyze staged_domain");
    var counts = new ArrayList<Integer>();
    var sections = new ArrayList<String>();
    var front = new ArrayList<String>();
    var other = new ArrayList<String>();
    session.each(
        "select distinct organisations, section from staged_domain",
        row -> {
          int count = row.getInt("organisations");
          var section = row.getString("section");
          counts.add(count);
          sections.add(section);
          front.add(Listing.relation(count, Section.valueOf(section), true).name());
          other.add(Listing.relation(count, Section.valueOf(section), false).name());
        });
    session.run(
        """
        update staged_domain d set front_relation = v.front, other_relation = v.other
        from unnest(?, ?, ?, ?) as v (organisations, section, front, other)
        where d.organisations = v.organisations and d.section = v.section
        """,
        counts.toArray(Integer[]::new),
        sections.toArray(String[]::new),
        front.toArray(String[]::new),
        other.toArray(String[]::new));
  }

  private void countRows() {
    session.run(
        """
        update staged_website s set adds = true
        where organisation is not null and not adds and not exists (
          select from claim c
          where c.organisation = s.organisation and c.target_id = s.target_id)
        """);
    log.added = session.number("select count(distinct line) from staged_website where adds");
    log.changed =
        session.number(
            """
            select count(distinct s.line) from staged_website s
            where (organisation, target_id) in (select c.organisation, c.target_id %s)
              and line not in (select line from staged_website where adds)
            """
                .formatted(OUTDATED));
  }

  private void updateClaims() {
    session.each(
        """
        select coalesce(
            (select s.line from staged_website s
              where s.organisation = c.organisation and s.target_id = c.target_id),
            d.line) as line,
          c.organisation, t.name, c.relation as before, %s as after, d.organisations
        %s order by 1, 2, 3 for update of c
        """
            .formatted(RELATION, OUTDATED),
        row ->
            log.changed(
                row.getLong("line"),
                "relation",
                "%s at %s: %s → %s, as the number of organisations with websites there is %d"
                    .formatted(
                        row.getString("organisation"),
                        row.getString("name"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getInt("organisations"))));
    log.changedEntries.put(
        "claim",
        session.run(
            """
            update claim set relation = outdated.after
            from (select c.id, %s as after %s) outdated where claim.id = outdated.id
            """
                .formatted(RELATION, OUTDATED)));
  }

  private void addClaims(String evidence) {
    log.newEntries.put(
        "claim",
        session.run(
            """
            insert into claim (organisation, target_id, relation, inferred, evidence)
            select s.organisation, s.target_id,
              case when d.id is null then 'HOLDER' else %s end, d.id is not null,
              concat(lower(s.kind), ' in ', cast(? as text), ', line ', s.line)
            from staged_website s
            join target t on t.id = s.target_id
            left join staged_domain d on d.id = t.domain_id
            where s.organisation is not null
              and not exists (select from claim c
                where c.organisation = s.organisation and c.target_id = s.target_id)
            order by s.target_id, s.organisation
            on conflict do nothing
            """
                .formatted(RELATION),
            evidence));
  }

  private void add(String entry, String sql) {
    log.newEntries.put(entry, session.run(sql));
  }
}
