package uk.nhs.estate;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.TestDatabase;

/// The whole service for tests: on a free port of loopback, over a database of its own, without a
/// worker.
public final class TestService implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String database;
  private final EmbeddedServer server;

  private TestService(String database, EmbeddedServer server) {
    this.database = database;
    this.server = server;
  }

  /// The one that test classes share, as its start takes seconds: each brings entries of its own.
  public static TestService shared() {
    return Shared.SERVICE;
  }

  /// One more, over an empty database, with properties that differ; whoever starts it closes it.
  public static TestService start(Map<String, Object> differing) {
    return on(TestDatabase.fresh(), differing);
  }

  /// One more, over a database that is there already.
  public static TestService on(String database, Map<String, Object> differing) {
    var properties = new HashMap<String, Object>();
    properties.put("datasources.default.url", database);
    properties.put("datasources.default.maximum-pool-size", 6);
    properties.put("datasources.default.minimum-idle", 1);
    properties.put("micronaut.server.port", -1);
    properties.put("estate.worker", false);
    properties.putAll(differing);
    var server =
        ApplicationContext.builder()
            .properties(properties)
            .deduceEnvironment(false)
            .banner(false)
            .singletons(ScannerConfig.read(null))
            .start()
            .getBean(EmbeddedServer.class)
            .start();
    return new TestService(database, server);
  }

  /// A bean of the service.
  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /// The port on loopback.
  public int port() {
    return server.getPort();
  }

  /// The address of a path, as the path is given: already encoded.
  public URI uri(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  /// Asks with GET.
  ///
  /// @param headers names and values in turn
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /// Sends JSON with POST.
  public HttpResponse<String> post(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// A request to a path, to be completed.
  public HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return request;
  }

  /// Sends a request that was completed.
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Runs SQL in the database, in one transaction.
  public void sql(String... statements) {
    try (var connection = connect()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        for (var sql : statements) {
          statement.execute(sql);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A connection to the database, past the service.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(database);
  }

  @Override
  public void close() {
    server.close();
    server.getApplicationContext().close();
  }

  private static final class Shared {
    static final TestService SERVICE = start(Map.of());
  }
}
