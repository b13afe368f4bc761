package uk.nhs.estate.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.embedded.DatabaseAddress;
import uk.nhs.estate.store.embedded.EmbeddedPostgres;

/// The database that a command works on: an embedded one, or one named by its URL.
///
/// @param properties what Micronaut needs to reach it
/// @param postgres ends the embedded one, when this process runs it
record Database(Map<String, Object> properties, @Nullable Ending postgres)
    implements AutoCloseable {

  static Database at(String url) {
    var properties = new HashMap<String, Object>();
    properties.put("datasources.default.url", url);
    put(properties, "datasources.default.username", System.getenv("ESTATE_DATABASE_USER"));
    put(properties, "datasources.default.password", System.getenv("ESTATE_DATABASE_PASSWORD"));
    return new Database(properties, null);
  }

  static Database embedded(Path folder) {
    return start(folder, EmbeddedPostgres.Durability.DURABLE);
  }

  static Database throwaway(Path folder) {
    return start(folder, EmbeddedPostgres.Durability.THROWAWAY);
  }

  static Database shared(Path folder) {
    try {
      var running = EmbeddedPostgres.attach(folder);
      return running.isPresent() ? new Database(properties(running.get()), null) : embedded(folder);
    } catch (UncheckedIOException e) {
      throw new NoDatabase("The database in " + folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static Database start(Path folder, EmbeddedPostgres.Durability durability) {
    try {
      var postgres = EmbeddedPostgres.start(folder, durability);
      return new Database(properties(postgres.address()), Ending.of(postgres::close));
    } catch (UncheckedIOException e) {
      throw new NoDatabase("The database in " + folder + " does not start: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> properties(DatabaseAddress address) {
    return Map.of(
        "datasources.default.url", address.jdbcUrl(),
        "datasources.default.username", address.user(),
        "datasources.default.password", address.password());
  }

  private static void put(Map<String, Object> properties, String name, @Nullable String value) {
    if (value != null) {
      properties.put(name, value);
    }
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
