package uk.nhs.estate.store;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uk.nhs.estate.register.Organisation;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.intake.FileKind;
import uk.nhs.estate.register.intake.OdsFile;
import uk.nhs.estate.register.intake.Row;
import uk.nhs.estate.register.intake.WebsiteFile;

/// Takes whole files into the register: each in one transaction, in memory that does not grow with
/// the file, while the service goes on.
///
/// Nothing is deleted: an entry that a file leaves out stays. A file that was imported changes
/// nothing when it is imported again.
@Singleton
public class Imports {
  /// Two imports at a time would decide on what the other one has not written yet.
  private static final long LOCK = 0x6573_7461_7465L;

  private static final int ROWS_BETWEEN_NEWS = 1_000;

  private final DataSource database;
  private final PublicSuffixes suffixes = PublicSuffixes.bundled();
  private final InstantSource clock;

  Imports(DataSource database, InstantSource clock) {
    // Not the connection of some transaction around us: this one is ours, from lock to unlock.
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.clock = clock;
  }

  /// Is told what happens while it happens.
  public interface Watcher {
    /// A row was refused, noted, or changed something.
    void explained(RowExplanation explanation);

    /// So many rows of the file were read until now.
    void read(ImportFile file, long rows);
  }

  /// Does everything that an import does, and takes all of it back.
  ///
  /// A later file sees what an earlier one brings, and each is tried even if another is refused.
  public List<ImportOutcome> rehearse(List<ImportFile> files, String actor, Watcher watcher) {
    return locked(
        connection -> {
          var outcomes = new ArrayList<ImportOutcome>();
          for (var file : files) {
            outcomes.add(attempt(connection, file, actor, watcher));
          }
          connection.rollback();
          return outcomes;
        });
  }

  /// Imports files, each for good before the next begins; after one that is refused, no other is
  /// begun.
  public List<ImportOutcome> take(List<ImportFile> files, String actor, Watcher watcher) {
    return locked(
        connection -> {
          var outcomes = new ArrayList<ImportOutcome>();
          for (var file : files) {
            var outcome = attempt(connection, file, actor, watcher);
            outcomes.add(outcome);
            connection.commit();
            if (outcome instanceof ImportOutcome.Refused) {
              break;
            }
          }
          return outcomes;
        });
  }

  private interface Work {
    List<ImportOutcome> on(Connection connection) throws SQLException;
  }

  private List<ImportOutcome> locked(Work work) {
    try (var connection = database.getConnection()) {
      var session = new Session(connection);
      connection.setAutoCommit(false);
      if (session.number("select cast(pg_try_advisory_lock(?) as int)", LOCK) == 0) {
        connection.rollback();
        throw new Refusal("file", "Another import is running. Try again when it has ended.");
      }
      try {
        return work.on(connection);
      } finally {
        connection.rollback();
        session.number("select cast(pg_advisory_unlock(?) as int)", LOCK);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private ImportOutcome attempt(
      Connection connection, ImportFile file, String actor, Watcher watcher) throws SQLException {
    var before = connection.setSavepoint();
    try {
      return new ImportOutcome.Taken(
          file, importOne(new Session(connection), file, actor, watcher));
    } catch (Refusal refusal) {
      connection.rollback(before);
      return new ImportOutcome.Refused(file, refusal);
    }
  }

  private ImportTally importOne(Session session, ImportFile file, String actor, Watcher watcher) {
    session.run("select set_config('estate.actor', ?, true)", actor);
    var log = new ImportLog(file.name(), watcher::explained);
    var rows = new AtomicLong();
    var digest = sha256();
    try (var in = new DigestInputStream(file.open(), digest)) {
      switch (file.kind()) {
        case ODS_TRUSTS, ODS_PRACTICES ->
            new StagedOrganisations(session, log)
                .take(counted(organisations(in, file.kind()), rows, file, watcher));
        case WEBSITES ->
            new StagedWebsites(session, log, suffixes)
                .take(
                    counted(
                        WebsiteFile.read(in, ImportFile.MOST_BYTES, suffixes), rows, file, watcher),
                    file.name());
      }
    } catch (IOException | UncheckedIOException e) {
      throw ImportFile.unreadable(e);
    }
    var tally = log.tally(file, HexFormat.of().formatHex(digest.digest()), rows.get());
    refuseUnlessAcceptable(file, tally);
    keep(session, actor, tally);
    return tally;
  }

  private Stream<Row<Organisation>> organisations(InputStream in, FileKind kind) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return OdsFile.read(in, kind, ImportFile.MOST_BYTES, today);
  }

  private static <T> Stream<Row<T>> counted(
      Stream<Row<T>> rows, AtomicLong count, ImportFile file, Watcher watcher) {
    return rows.peek(
        _ -> {
          if (count.incrementAndGet() % ROWS_BETWEEN_NEWS == 0) {
            watcher.read(file, count.get());
          }
        });
  }

  private static void refuseUnlessAcceptable(ImportFile file, ImportTally tally) {
    if (tally.rows() == 0) {
      throw new Refusal("file", "The file has no rows.");
    }
    if (tally.refused() == tally.rows()) {
      throw new Refusal(
          "file",
          "Not one of the %,d rows can be taken; why not, by the number of rows: %s."
              .formatted(tally.rows(), tally.reasons()));
    }
    if (file.sha256() != null && !file.sha256().equals(tally.sha256())) {
      throw new Refusal("file", "The file is not the one that was tried before: it has changed.");
    }
  }

  private static void keep(Session session, String actor, ImportTally tally) {
    session.run(
        """
        insert into import (actor, file, sha256, kind, rows, added, changed, unchanged, refused)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        actor,
        tally.file(),
        tally.sha256(),
        tally.kind().name(),
        tally.rows(),
        tally.added(),
        tally.changed(),
        tally.unchanged(),
        tally.refused());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
