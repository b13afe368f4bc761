package uk.nhs.estate.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A running PostgreSQL of our own, on a folder that is ours alone.
///
/// Whoever starts it closes it, after all that uses it; when our JVM is killed instead, the next
/// start on the folder stops the orphan and recovers.
public final class EmbeddedPostgres implements AutoCloseable {
  /// How much must survive; each has data of its own in the folder.
  public enum Durability {
    /// Every committed row, through kill -9 and power cuts.
    DURABLE("data", "on", "128MB"),
    /// Nothing: fast, and cleared at each start and stop; for tests and the practice estate.
    THROWAWAY("scratch", "off", "32MB");

    private final String name;
    private final String safe;
    private final String buffers;

    Durability(String name, String safe, String buffers) {
      this.name = name;
      this.safe = safe;
      this.buffers = buffers;
    }

    private List<String> settings() {
      return List.of(
          "fsync=" + safe,
          "synchronous_commit=" + safe,
          "full_page_writes=" + safe,
          "shared_buffers=" + buffers);
    }
  }

  /// The server logs its own events; a statement's error goes to whoever sent it.
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=50",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_min_messages=log",
          "log_checkpoints=off");

  private static final String DATABASE = "postgres";
  private static final Duration ATTACH_LIMIT = Duration.ofSeconds(30);

  private final FolderLock lock;
  private final Cluster cluster;
  private final Durability durability;
  private final Postmaster postmaster;
  private final Postmaster.Running running;
  private final DatabaseAddress address;
  private boolean closed;

  private EmbeddedPostgres(FolderLock lock, Path folder, Path shelf, Durability durability)
      throws IOException {
    this.lock = lock;
    this.durability = durability;
    cluster = new Cluster(folder, durability.name);
    var binaries = Binaries.on(shelf);
    var account = Account.of(folder);
    account.letThrough(folder);
    account.letThrough(shelf);
    postmaster = new Postmaster(cluster, binaries, account);
    postmaster.stopOrphan();
    if (durability == Durability.THROWAWAY) {
      Folders.delete(cluster.data());
    }
    if (!Files.exists(cluster.data())) {
      cluster.create(binaries, account, durability == Durability.DURABLE);
    }
    account.own(cluster.data());
    running =
        postmaster.start(Stream.concat(SETTINGS.stream(), durability.settings().stream()).toList());
    address = cluster.address(running.port(), DATABASE);
  }

  /// Starts the server of a folder, which is made if need be, and unpacks its programs there too.
  ///
  /// @throws FolderInUse when another one runs on it, in this JVM or in another
  /// @throws FolderNotOurs when it holds something else
  public static EmbeddedPostgres start(Path folder, Durability durability) {
    return start(folder, folder.resolve("programs"), durability);
  }

  /// Does the same with the programs on a shelf that other folders share.
  public static EmbeddedPostgres start(Path folder, Path shelf, Durability durability) {
    try {
      FolderNotOurs.unlessEmptyOrOurs(folder);
      Files.createDirectories(folder);
      var home = folder.toRealPath();
      var lock = FolderLock.take(home);
      try {
        return new EmbeddedPostgres(lock, home, shelf, durability);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The address of the server that a living process runs on the folder; empty when none does.
  /// Waits for one that is about to be ready.
  public static Optional<DatabaseAddress> attach(Path folder) {
    try {
      var end = System.nanoTime() + ATTACH_LIMIT.toNanos();
      while (Files.isDirectory(folder) && FolderLock.held(folder.toRealPath())) {
        var jvm = FolderLock.holder(folder.toRealPath());
        for (var durability : Durability.values()) {
          var cluster = new Cluster(folder.toRealPath(), durability.name);
          var port = Postmaster.readyPort(cluster, jvm.orElse(0));
          if (port.isPresent()) {
            return Optional.of(cluster.address(port.get(), DATABASE));
          }
        }
        if (System.nanoTime() - end > 0) {
          throw new IOException("The database in " + folder + " is held, but does not get ready.");
        }
        Commands.pause();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DatabaseAddress address() {
    return address;
  }

  public String jdbcUrl() {
    return address.jdbcUrl();
  }

  public String user() {
    return address.user();
  }

  public String password() {
    return address.password();
  }

  /// Makes an empty database, for tests.
  public DatabaseAddress createDatabase(String name) {
    return createDatabase(name, "template1");
  }

  /// Makes a database as a copy of another, to which nobody may be connected meanwhile.
  public DatabaseAddress createDatabase(String name, String template) {
    for (var each : List.of(name, template)) {
      if (!each.matches("[a-z][a-z0-9_]{0,62}")) {
        throw new IllegalArgumentException("No name of a database: " + each);
      }
    }
    try (var connection = DriverManager.getConnection(jdbcUrl(), user(), password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
      return cluster.address(running.port(), name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create the database " + name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops the server, within a bounded time and leaving no process; a second call does nothing.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      postmaster.stop(running.process());
      if (durability == Durability.THROWAWAY) {
        Folders.delete(cluster.data());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
