package uk.nhs.estate.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import uk.nhs.estate.store.embedded.DatabaseAddress;
import uk.nhs.estate.store.embedded.EmbeddedPostgres;
import uk.nhs.estate.store.embedded.FolderInUse;

/// Gives each test class a database of its own, on one real server for the whole JVM.
public final class TestDatabase {
  private static final Path TARGET = Path.of("target");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<String, DatabaseAddress> TEMPLATES = new ConcurrentHashMap<>();

  private TestDatabase() {}

  /// An empty database, by its JDBC URL with user and password in it.
  public static String fresh() {
    return Server.RUNNING.createDatabase(nextName()).jdbcUrlWithPassword();
  }

  /// A copy of a database that is prepared once for the JVM, say by the migrations.
  public static String copyOf(String template, Consumer<DatabaseAddress> preparation) {
    TEMPLATES.computeIfAbsent(
        template,
        name -> {
          var address = Server.RUNNING.createDatabase(name);
          preparation.accept(address);
          return address;
        });
    return Server.RUNNING.createDatabase(nextName(), template).jdbcUrlWithPassword();
  }

  private static String nextName() {
    return "test_" + COUNT.incrementAndGet();
  }

  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    /// In a folder of this checkout that no other test run uses at the moment; so what a killed run
    /// left is cleared by the next.
    private static EmbeddedPostgres start() {
      for (var number = 0; ; number++) {
        try {
          var server =
              EmbeddedPostgres.start(
                  TARGET.resolve("test-postgres-" + number),
                  TARGET.resolve("postgres-programs"),
                  EmbeddedPostgres.Durability.THROWAWAY);
          Runtime.getRuntime().addShutdownHook(new Thread(server::close));
          return server;
        } catch (FolderInUse e) {
          if (number == 9) {
            throw e;
          }
        }
      }
    }
  }
}
