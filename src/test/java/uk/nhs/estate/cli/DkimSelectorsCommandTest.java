package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.TestService;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.TestDatabase;

class DkimSelectorsCommandTest {
  private final String database = TestDatabase.fresh();

  record Ran(int status, String out, String err) {}

  @Test
  void showsAddsAndRemovesSelectors() {
    enter("trust.test");
    assertThat(run("trust.test").out()).contains("No DKIM selector is registered for trust.test.");
    assertThat(run("trust.test", "--add", "S2", "--add", "s1")).isEqualTo(ok("s1", "s2"));
    assertThat(run("TRUST.test")).isEqualTo(ok("s1", "s2"));
    assertThat(run("trust.test", "--remove", "S1", "--add", "s3")).isEqualTo(ok("s2", "s3"));
    assertThat(run("trust.test", "--json").out())
        .contains("\"selectors\":[\"s2\",\"s3\"]", "\"name\":\"trust.test\"");
  }

  @Test
  void refusesAndThenChangesNothing() {
    enter("trust.test");
    run("trust.test", "--add", "s1");
    assertRefused("“a_b” is no selector", run("trust.test", "--add", "s2", "--add", "a_b"));
    assertRefused("“s9” is not registered", run("trust.test", "--remove", "s9", "--add", "s2"));
    assertRefused("nowhere.test is not in the register", run("nowhere.test", "--add", "s1"));
    assertRefused("nowhere.test is not in the register", run("nowhere.test"));
    var fifty = new ArrayList<>(List.of("trust.test"));
    IntStream.range(0, 50).forEach(at -> fifty.addAll(List.of("--add", "n" + at)));
    assertRefused("at most 50", run(fifty.toArray(String[]::new)));
    assertThat(run("trust.test")).isEqualTo(ok("s1"));
  }

  private void enter(String name) {
    try (var service = TestService.on(database, Map.of())) {
      service.bean(Register.class).enter(new Domain(new DomainName(name)), "a test");
    }
  }

  private static void assertRefused(String why, Ran ran) {
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).contains(why);
    assertThat(ran.out()).isEmpty();
  }

  private static Ran ok(String... lines) {
    return new Ran(0, String.join("\n", lines) + "\n", "");
  }

  private Ran run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of("dkim-selectors", "--database-url", database));
    all.addAll(List.of(arguments));
    int status =
        EstateCommand.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }
}
