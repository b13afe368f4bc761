package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.report.Enforcement;

/// What DMARC aggregate reports say of the domains of the register.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface DmarcReports extends GenericRepository<DmarcReportRow, Long> {

  /// The most sources that are judged one by one.
  int MOST_SOURCES = 20_000;

  /// A page of the reports about a domain, the last received first.
  @Query(
      """
      select id, domain, reporter, report_id, begins_at, ends_at, day, policy,
        cast(published as text) as published, messages, received_at, received_by
      from dmarc_report where target_id = :targetId and id < :before
      order by id desc limit :limit
      """)
  List<DmarcReportRow> page(long targetId, long before, int limit);

  /// What reports there are about a domain in some days.
  @Query(
      """
      with chosen as (
        select * from dmarc_report
        where target_id = :targetId and day between :first and :last
      )
      select min(s.day) as first_day, max(s.day) as last_day, count(*) as reports,
        count(distinct s.reporter) as reporters,
        cast(coalesce(sum(s.messages), 0) as bigint) as messages,
        (select cast(coalesce(sum(w.messages), 0) as bigint) from chosen r
          join dmarc_row w on w.report_id = r.id where w.dkim or w.spf) as passed,
        (select policy from chosen order by ends_at desc, id desc limit 1) as policy
      from chosen s
      """)
  DmarcCoverageRow coverage(long targetId, LocalDate first, LocalDate last);

  /// How each day's messages in a domain's name fared.
  @Query(
      """
      select r.day, count(distinct r.id) as reports, count(distinct r.reporter) as reporters,
        cast(sum(w.messages) as bigint) as messages,
        cast(coalesce(sum(w.messages) filter (where w.dkim), 0) as bigint) as dkim,
        cast(coalesce(sum(w.messages) filter (where w.spf), 0) as bigint) as spf,
        cast(coalesce(sum(w.messages) filter (where w.dkim or w.spf), 0) as bigint) as passed,
        cast(coalesce(sum(w.messages) filter (where w.disposition = 'QUARANTINE'), 0) as bigint)
          as quarantined,
        cast(coalesce(sum(w.messages) filter (where w.disposition = 'REJECT'), 0) as bigint)
          as rejected
      from dmarc_report r join dmarc_row w on w.report_id = r.id
      where r.target_id = :targetId and r.day between :first and :last
      group by r.day order by r.day desc
      """)
  List<DmarcDayRow> days(long targetId, LocalDate first, LocalDate last);

  /// A page of who sent in a domain's name, by day, the last day first, and then by address.
  ///
  /// @param beforeDay with `afterSource` the last row of the page before; null for the first page
  @Query(
      """
      select r.day, host(w.source) as source, cast(sum(w.messages) as bigint) as messages,
        cast(coalesce(sum(w.messages) filter (where w.dkim), 0) as bigint) as dkim,
        cast(coalesce(sum(w.messages) filter (where w.spf), 0) as bigint) as spf,
        cast(coalesce(sum(w.messages) filter (where w.dkim or w.spf), 0) as bigint) as passed,
        cast(coalesce(sum(w.messages) filter (where w.disposition = 'QUARANTINE'), 0) as bigint)
          as quarantined,
        cast(coalesce(sum(w.messages) filter (where w.disposition = 'REJECT'), 0) as bigint)
          as rejected,
        string_agg(distinct r.reporter, chr(10) order by r.reporter) as reporters
      from dmarc_report r join dmarc_row w on w.report_id = r.id
      where r.target_id = :targetId and r.day between :first and :last
        and (cast(:beforeDay as date) is null or r.day < :beforeDay
          or r.day = :beforeDay and w.source > cast(:afterSource as inet))
      group by r.day, w.source order by r.day desc, w.source limit :limit
      """)
  List<DmarcDaySourceRow> sourcesByDay(
      long targetId,
      LocalDate first,
      LocalDate last,
      @Nullable LocalDate beforeDay,
      @Nullable String afterSource,
      int limit);

  /// Who sent in a domain's name, those with the most messages first.
  ///
  /// @param since how far back a message that passed still says whose a source is
  @Query(
      """
      with seen as (
        select w.source, w.messages, w.dkim, w.spf, w.disposition, w.overrides, w.authenticated,
          r.reporter, r.day >= :first as counts
        from dmarc_report r join dmarc_row w on w.report_id = r.id
        where r.target_id = :targetId and r.day between :since and :last
      ), total as (
        select source, sum(messages) as messages,
          coalesce(sum(messages) filter (where dkim), 0) as dkim,
          coalesce(sum(messages) filter (where spf), 0) as spf,
          coalesce(sum(messages) filter (where dkim or spf), 0) as passed,
          coalesce(sum(messages) filter (where not dkim and not spf and overrides
            && array['forwarded', 'mailing_list', 'trusted_forwarder']), 0) as passed_on,
          coalesce(sum(messages) filter (where disposition = 'QUARANTINE'), 0) as quarantined,
          coalesce(sum(messages) filter (where disposition = 'REJECT'), 0) as rejected,
          count(distinct reporter) as reporters
        from seen where counts group by source order by messages desc, source limit :limit
      ), proof as (
        select source, bool_or(dkim or spf) as has_passed from seen group by source
      ), turns as (
        select source, domain, row_number() over (
          partition by source order by strpos(domain, :domain) = 0, count(*) desc, domain) as turn
        from seen join total using (source), unnest(authenticated) as domain
        group by source, domain
      ), names as (
        select source, string_agg(domain, ' ' order by turn) as authenticated
        from turns where turn <= 20 group by source
      )
      select host(t.source) as source, cast(t.messages as bigint) as messages,
        cast(t.dkim as bigint) as dkim, cast(t.spf as bigint) as spf,
        cast(t.passed as bigint) as passed, cast(t.passed_on as bigint) as passed_on,
        cast(t.quarantined as bigint) as quarantined, cast(t.rejected as bigint) as rejected,
        t.reporters, p.has_passed, coalesce(n.authenticated, '') as authenticated
      from total t join proof p on p.source = t.source left join names n on n.source = t.source
      order by t.messages desc, t.source
      """)
  List<DmarcSourceRow> sources(
      long targetId, String domain, LocalDate since, LocalDate first, LocalDate last, int limit);

  /// Who sent in a domain's name in the days that are judged, those with the most messages first.
  default List<DmarcSourceRow> sources(TargetRow domain, LocalDate today) {
    return sources(
        domain.id(),
        domain.name(),
        today.minusDays(Enforcement.LOOK_BACK_DAYS - 1L),
        Enforcement.first(today),
        today,
        MOST_SOURCES);
  }

  /// Judges whether a stricter policy would hit real mail.
  ///
  /// @param sources of the days that are judged
  default Enforcement judge(
      TargetRow domain, LocalDate today, List<DmarcSourceRow> sources, Suppliers suppliers) {
    return Enforcement.judge(
        new DomainName(domain.name()),
        coverage(domain.id(), Enforcement.first(today), today).reported(),
        sources.stream().map(DmarcSourceRow::mailSource).toList(),
        suppliers);
  }
}
