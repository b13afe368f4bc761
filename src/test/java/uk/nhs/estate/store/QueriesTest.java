package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.exceptions.EmptyResultException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.TestService;

/// Puts every query of the store to a real database: what the compiler lets through, PostgreSQL may
/// still refuse.
class QueriesTest {
  private static final List<Class<?>> REPOSITORIES =
      List.of(
          Candidates.class,
          DkimSelectors.class,
          DmarcReports.class,
          Estate.class,
          Findings.class,
          Observations.class,
          Organisations.class,
          PublishedKeys.class,
          Scans.class,
          Schedule.class,
          Standings.class,
          Targets.class);

  private static final Set<String> JSON = Set.of("rows", "ledger", "body", "facts");

  static Stream<Method> queries() {
    return REPOSITORIES.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Query.class))
        .sorted((a, b) -> a.toGenericString().compareTo(b.toGenericString()));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void postgresqlTakesEveryQuery(Method query) {
    runs(query, Arrays.stream(query.getParameters()).map(QueriesTest::argument).toArray());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void postgresqlTakesEveryQueryWithoutWhatMayBeLeftOut(Method query) {
    runs(
        query,
        Arrays.stream(query.getParameters())
            .map(each -> mayBeLeftOut(each) ? null : argument(each))
            .toArray());
  }

  /// A row that PostgreSQL refuses for its content (SQLSTATE class 23) went through a sound query;
  /// so did one that was not found.
  private static void runs(Method query, @Nullable Object[] arguments) {
    var store = TestService.shared().bean(query.getDeclaringClass());
    try {
      query.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof EmptyResultException
            || (cause instanceof SQLException sql && sql.getSQLState().startsWith("23"))) {
          return;
        }
      }
      throw new AssertionError(query.toGenericString(), e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean mayBeLeftOut(Parameter parameter) {
    return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Object argument(Parameter parameter) {
    var type = parameter.getType();
    if (type == long.class) {
      return -1L;
    }
    if (type == int.class || type == Integer.class) {
      return 1;
    }
    if (type == Instant.class) {
      return Instant.parse("2026-11-24T00:00:00Z");
    }
    if (type == LocalDate.class) {
      return LocalDate.of(2026, 11, 24);
    }
    if (type == UUID.class) {
      return new UUID(0, 0);
    }
    if (type == byte[].class) {
      return new byte[0];
    }
    if (type == List.class) {
      return List.of(-1L);
    }
    assertThat(type).isEqualTo(String.class);
    if (parameter.getName().equals("afterSource")) {
      return "192.0.2.1";
    }
    return JSON.contains(parameter.getName()) ? "[]" : "1";
  }
}
