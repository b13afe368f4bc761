package uk.nhs.estate.store;

import java.util.ArrayList;
import java.util.Arrays;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.PublicSuffixes.Section;
import uk.nhs.estate.register.intake.Listing;

/// Takes the claims that a list of websites makes into the register.
///
/// A website is claimed as what it is, a site. How its organisation stands to it is inferred from
/// who else has a website at the same domain, in the whole register; and inferred again for all of
/// them when a list brings another one. What a person decided stays.
final class StagedClaims {
  /// The claims that the list makes, and all others at the domains of its sites.
  private static final String CREATE =
      """
      create temp table staged_claim on commit drop as
      with touched as (
        select t.domain_id as id, min(s.section) as section, min(s.line) as line
        from staged_website s join target t on t.id = s.target_id
        where t.kind = 'SITE' group by t.domain_id
      ), every as (
        select c.id, c.organisation, c.target_id, t.name, coalesce(t.domain_id, t.id) as domain_id,
          c.relation as before, c.inferred, s.line
        from claim c
        join target t on t.id = c.target_id
        left join staged_website s
          on s.organisation = c.organisation and s.target_id = c.target_id
        where coalesce(t.domain_id, t.id) in (select id from touched)
          and (c.until_date is null or c.until_date >= current_date)
        union all
        select null, s.organisation, t.id, t.name, coalesce(t.domain_id, t.id),
          null, t.kind = 'SITE', s.line
        from staged_website s join target t on t.id = s.target_id
        where s.organisation is not null and not exists (
          select from claim c where c.organisation = s.organisation and c.target_id = t.id)
      ), number as (
        select domain_id, count(distinct organisation) as everybody,
          count(distinct organisation) filter (where type <> all (?)) as bodies
        from every join organisation on code = organisation group by domain_id
      )
      select e.id, e.organisation, e.target_id, e.name, e.before, e.inferred,
        e.line as own_line, coalesce(e.line, touched.line) as line,
        cast(case when o.type = any (?) then everybody else bodies end as int) as organisations,
        touched.section, e.name in (d.name, 'www.' || d.name) as is_front,
        case when e.inferred then null else 'HOLDER' end as relation
      from every e
      join organisation o on o.code = e.organisation
      join target d on d.id = e.domain_id
      join number n on n.domain_id = e.domain_id
      left join touched on touched.id = e.domain_id
      """;

  private static final String OUTDATED =
      "from staged_claim s where id is not null and inferred and relation <> before";

  private static final String[] PRACTICES =
      Arrays.stream(OrganisationType.values())
          .filter(OrganisationType::isPractice)
          .map(Enum::name)
          .toArray(String[]::new);

  private final Session session;
  private final ImportLog log;

  StagedClaims(Session session, ImportLog log) {
    this.session = session;
    this.log = log;
  }

  /// Does it all.
  ///
  /// @param evidence what the claims rest on, but for the line: `gp-websites.csv`
  void take(String evidence) {
    session.run(CREATE, PRACTICES, PRACTICES);
    infer();
    countRows();
    update();
    add(evidence);
    session.run("drop table staged_claim");
  }

  private void infer() {
    var counts = new ArrayList<Integer>();
    var sections = new ArrayList<String>();
    var fronts = new ArrayList<Boolean>();
    var relations = new ArrayList<String>();
    session.each(
        "select distinct organisations, section, is_front from staged_claim where inferred",
        row -> {
          int count = row.getInt("organisations");
          var section = row.getString("section");
          boolean isFront = row.getBoolean("is_front");
          counts.add(count);
          sections.add(section);
          fronts.add(isFront);
          relations.add(Listing.relation(count, Section.valueOf(section), isFront).name());
        });
    session.run(
        """
        update staged_claim s set relation = v.relation
        from unnest(?, ?, ?, ?) as v (organisations, section, is_front, relation)
        where s.inferred and s.organisations = v.organisations and s.section = v.section
          and s.is_front = v.is_front
        """,
        counts.toArray(Integer[]::new),
        sections.toArray(String[]::new),
        fronts.toArray(Boolean[]::new),
        relations.toArray(String[]::new));
    session.run("analyze staged_claim");
  }

  private void countRows() {
    String adding =
        "select line from staged_website where adds union select line from staged_claim where id is"
            + " null";
    log.added = session.number("select count(*) from (%s) adding".formatted(adding));
    log.changed =
        session.number(
            "select count(distinct own_line) %s and own_line not in (%s)"
                .formatted(OUTDATED, adding));
  }

  private void update() {
    session.each(
        """
        select line, organisation, name, before, relation, organisations %s
        order by line, name, organisation
        """
            .formatted(OUTDATED),
        row ->
            log.changed(
                row.getLong("line"),
                "relation",
                "%s at %s: %s → %s, as the number of organisations with websites there is %d"
                    .formatted(
                        row.getString("organisation"),
                        row.getString("name"),
                        row.getString("before"),
                        row.getString("relation"),
                        row.getInt("organisations"))));
    log.changedEntries.put(
        "claim",
        session.run(
            """
            update claim c set relation = o.relation
            from (select id, relation %s) o where c.id = o.id and c.inferred
            """
                .formatted(OUTDATED)));
  }

  private void add(String evidence) {
    log.newEntries.put(
        "claim",
        session.run(
            """
            insert into claim (organisation, target_id, relation, inferred, evidence)
            select organisation, target_id, relation, inferred,
              concat(cast(? as text), ', line ', line)
            from staged_claim where id is null
            order by target_id, organisation
            on conflict do nothing
            """,
            evidence));
  }
}
