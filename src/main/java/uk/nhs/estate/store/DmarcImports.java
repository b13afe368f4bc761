package uk.nhs.estate.store;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.report.DmarcReport;
import uk.nhs.estate.report.ReportFile;

/// Keeps the DMARC aggregate reports of a file: all of them or none, each once however often it
/// comes.
///
/// A file is read before the database is touched. Several may be kept at the same time.
@Singleton
public class DmarcImports {
  private static final String COPIED =
      "dmarc_row (report_id, number, source, messages, disposition, dkim, spf, header_from,"
          + " overrides, authenticated, results)";

  /// The order in which reports are written, the same for all, so that two files wait for each
  /// other and never for one another.
  private static final Comparator<DmarcReport> BY_KEY =
      Comparator.comparing((DmarcReport report) -> report.domain().ascii())
          .thenComparing(DmarcReport::reporter)
          .thenComparing(DmarcReport::id);

  private final DataSource database;
  private final InstantSource clock;

  DmarcImports(DataSource database, InstantSource clock) {
    // Not the connection of some transaction around us: this one is ours.
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.clock = clock;
  }

  /// What became of a report.
  public enum Outcome {
    STORED,
    /// It was kept before.
    DUPLICATE,
    /// Another one with its id was kept before, and stays.
    DIFFERENT
  }

  /// A report, and what became of it.
  ///
  /// @param domain the one reported about
  /// @param registered the domain of the register to which it belongs
  public record Taken(
      Outcome outcome,
      String reporter,
      String reportId,
      String domain,
      String registered,
      int rows,
      long messages) {}

  /// A report is about a domain that the register does not hold.
  public static final class UnknownDomain extends Refusal {
    private static final long serialVersionUID = 1;

    private final String name;

    UnknownDomain(DomainName domain) {
      super(
          "domain",
          "The register holds neither %s nor a domain above it: register it first."
              .formatted(domain));
      this.name = domain.ascii();
    }

    /// The domain reported about.
    public String name() {
      return name;
    }
  }

  private record Registered(long id, String name) {}

  /// Keeps the reports of a file.
  ///
  /// @throws Refusal if it cannot be read whole, or is about a domain that nobody registered
  public List<Taken> take(InputStream file, String actor) {
    var reports = ReportFile.read(file, clock.instant()).stream().sorted(BY_KEY).toList();
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var session = new Session(connection);
        var taken = new ArrayList<Taken>();
        for (var report : reports) {
          taken.add(take(session, report, actor));
        }
        connection.commit();
        return taken;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private Taken take(Session session, DmarcReport report, String actor) {
    var registered = registered(session, report.domain());
    long id = add(session, report, registered, actor);
    if (id > 0) {
      addRows(session, id, report);
    }
    return new Taken(
        id > 0 ? Outcome.STORED : again(session, report),
        report.reporter(),
        report.id(),
        report.domain().ascii(),
        registered.name(),
        report.rows().size(),
        report.messages());
  }

  /// The domain itself, or the nearest one above it.
  private static Registered registered(Session session, DomainName domain) {
    return Stream.iterate(
            Optional.of(domain), Optional::isPresent, name -> name.flatMap(DomainName::parent))
        .map(name -> name.orElseThrow().ascii())
        .map(
            name ->
                new Registered(
                    session.number(
                        "select coalesce((select id from target where kind = 'DOMAIN' and name ="
                            + " ?), 0)",
                        name),
                    name))
        .filter(found -> found.id() > 0)
        .findFirst()
        .orElseThrow(() -> new UnknownDomain(domain));
  }

  /// @return its id; 0 when there is one already
  private long add(Session session, DmarcReport report, Registered registered, String actor) {
    return session.number(
        """
        with added as (
          insert into dmarc_report (target_id, domain, reporter, report_id, begins_at, ends_at, day,
            policy, published, messages, sha256, received_at, received_by)
          values (?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as date), ?,
            cast(? as json), ?, ?, cast(? as timestamptz), ?)
          on conflict (domain, reporter, report_id) do nothing returning id
        )
        select coalesce((select id from added), 0)
        """,
        registered.id(),
        report.domain().ascii(),
        report.reporter(),
        report.id(),
        report.begin().toString(),
        report.end().toString(),
        report.day().toString(),
        report.policy().p().name(),
        FactsJson.write(report.policy()),
        report.messages(),
        report.sha256(),
        clock.instant().toString(),
        actor);
  }

  private static void addRows(Session session, long id, DmarcReport report) {
    try (var copy = new CopyRows(session.connection(), COPIED)) {
      int number = 0;
      for (var row : report.rows()) {
        copy.add(
            id,
            ++number,
            row.source(),
            row.messages(),
            row.disposition().name(),
            row.dkim(),
            row.spf(),
            row.headerFrom(),
            array(row.overrides()),
            array(row.authenticated()),
            FactsJson.write(row.results()));
      }
      copy.finish();
    }
  }

  /// Words and names hold nothing that an array would have to quote.
  private static String array(List<String> words) {
    return "{" + String.join(",", words) + "}";
  }

  private static Outcome again(Session session, DmarcReport report) {
    long same =
        session.number(
            """
            select count(*) from dmarc_report
            where domain = ? and reporter = ? and report_id = ? and sha256 = ?
            """,
            report.domain().ascii(),
            report.reporter(),
            report.id(),
            report.sha256());
    return same > 0 ? Outcome.DUPLICATE : Outcome.DIFFERENT;
  }
}
