package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ImportOrderTest {
  @Property(tries = 8)
  void comesToTheSameClaimsInWhateverOrderAndPortions(
      @ForAll("rows") List<String> rows, @ForAll Random random) throws IOException {
    var atOnce = register();
    atOnce.takeWebsites("all.csv", rows.toArray(String[]::new));

    var shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    var oneByOne = register();
    shuffled.forEach(row -> oneByOne.takeWebsites("one.csv", row));

    assertThat(oneByOne.claims()).isNotEmpty().isEqualTo(atOnce.claims());
    assertThat(oneByOne.targets()).isEqualTo(atOnce.targets());
  }

  @Provide
  Arbitrary<List<String>> rows() {
    var codes = Arbitraries.of("A81001", "A81002", "A81003", "RXX", "RYY");
    var hosts =
        Arbitraries.of(
            "www.one.nhs.uk", "one.nhs.uk", "part.one.nhs.uk", "www.two.co.uk", "a.github.io");
    return Combinators.combine(codes, hosts)
        .as((code, host) -> code + "," + host)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static TestRegister register() throws IOException {
    var register = new TestRegister(Files.createDirectories(Path.of("target", "import-order")));
    register.takePractices("A81001", "A81002", "A81003");
    register.run(
        """
        insert into organisation (code, name, type, status)
        values ('RXX', 'X', 'TRUST', 'ACTIVE'), ('RYY', 'Y', 'TRUST', 'ACTIVE')
        """);
    return register;
  }
}
