package uk.nhs.estate.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.settings.ScannerConfig;

/// The program's beans on a database, migrated and ready.
final class Service implements AutoCloseable {
  private final ApplicationContext context;
  private final Database database;
  private final Ending ending;

  private Service(ApplicationContext context, Database database) {
    this.context = context;
    this.database = database;
    this.ending = Ending.of(context::close);
  }

  /// Starts the beans; the database is closed with them, and when they do not start.
  static Service start(Database database, ScannerConfig config, Map<String, Object> properties) {
    var all = new HashMap<>(database.properties());
    all.putAll(properties);
    try {
      return new Service(
          ApplicationContext.builder()
              .deduceEnvironment(false)
              .banner(false)
              .properties(all)
              .singletons(config)
              .start(),
          database);
    } catch (BeanInstantiationException e) {
      database.close();
      throw new NoDatabase("The database cannot be used: " + deepest(e), e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// Answers HTTP from now on.
  ///
  /// @throws Refusal when the address or the port cannot be had
  String listen() {
    try {
      return context.getBean(EmbeddedServer.class).start().getURI().toString();
    } catch (ServerStartupException e) {
      throw new Refusal("port", e.getMessage() + ": " + deepest(e));
    }
  }

  /// Stays until the process is told to end.
  @SuppressWarnings("InfiniteLoopStatement")
  static void stay() throws InterruptedException {
    while (true) {
      TimeUnit.DAYS.sleep(1);
    }
  }

  @Override
  public void close() {
    ending.close();
    database.close();
  }

  private static String deepest(Throwable e) {
    var cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
        .lines()
        .findFirst()
        .orElse("");
  }
}
