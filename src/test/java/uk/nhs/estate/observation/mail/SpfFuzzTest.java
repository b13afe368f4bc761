package uk.nhs.estate.observation.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import uk.nhs.estate.observation.mail.SpfEvaluation.Result;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.sample.PretendDns;

/// Whatever records say, and whoever sends, SPF is evaluated within bounds.
class SpfFuzzTest {
  private static final IpAddress IP = IpAddress.parse("192.0.2.1").orElseThrow();

  /// A record for each of eleven terms, ten mail exchangers for each of ten, the names of the
  /// address, and an explanation.
  private static final int MOST_QUESTIONS = 11 + 10 * 11 + 1 + 2 * 10 + 1;

  @FuzzTest
  void survivesAnyRecordAndAnySender(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    var half = text.length() / 2;
    var record =
        bytes.length == 0
            ? ""
            : Stream.of(text.substring(0, half).split(""))
                .map(c -> c.isEmpty() ? "" : "\\%03d".formatted((int) c.charAt(0)))
                .collect(joining());
    var dns =
        PretendDns.of(
            "a.test TXT \"v=spf1 " + record + "\"",
            "b.test TXT \"v=spf1 a mx ptr include:a.test ~all\"",
            "a.test A 192.0.2.9",
            "a.test MX 10 a.test.",
            "1.2.0.192.in-addr.arpa PTR b.test.");
    var sender = SpfSender.mailFrom(IP, text.substring(half), text.substring(half), Instant.EPOCH);

    check(dns, sender);
    check(
        dns,
        new SpfSender(
            IP, "a.test", text.substring(half), "a.test", "h.test", "r.test", Instant.EPOCH));
  }

  @Property(tries = 300)
  void noSenderCostsMoreThanTheTreeSays(
      @ForAll("records") List<String> records, @ForAll("addresses") String ip) {
    var lines =
        Stream.concat(
                Stream.of("a", "b", "c", "d")
                    .map(
                        name ->
                            name
                                + ".test TXT \"v=spf1 "
                                + records.get(name.charAt(0) - 'a')
                                + "\""),
                Stream.of(
                    "a.test A 192.0.2.1",
                    "b.test MX 10 a.test.",
                    "c.test FAILS A",
                    "1.2.0.192.in-addr.arpa PTR a.test."))
            .toArray(String[]::new);
    var dns = PretendDns.of(lines);
    var tree = SpfTree.of(dns, "a.test");
    var evaluation =
        check(
            dns,
            SpfSender.mailFrom(
                IpAddress.parse(ip).orElseThrow(), "x@a.test", "h.test", Instant.EPOCH));

    if (tree.loops().isEmpty()) {
      assertThat(evaluation.lookups()).isLessThanOrEqualTo(tree.lookups());
    }
    if (evaluation.result() == Result.TEMPERROR) {
      assertThat(tree.hidden()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<List<String>> records() {
    var domain = Arbitraries.of("a.test", "b.test", "c.test", "d.test", "none.test");
    var name = Arbitraries.of("include:", "a:", "mx:", "exists:", "ptr:");
    var term =
        Arbitraries.frequencyOf(
            Tuple.of(6, Combinators.combine(name, domain).as(String::concat)),
            Tuple.of(1, domain.map("redirect="::concat)),
            Tuple.of(2, Arbitraries.of("mx", "ptr", "ip4:192.0.2.1", "ip6:::/0")),
            Tuple.of(1, Arbitraries.of("-all", "~all", "+all", "foo", "exp=d.test")));
    return term.list().ofMaxSize(6).map(terms -> String.join(" ", terms)).list().ofSize(4);
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.of("192.0.2.1", "198.51.100.1", "2001:db8::1");
  }

  private static SpfEvaluation check(PretendDns dns, SpfSender sender) {
    int before = dns.questions().size();
    var evaluation = SpfEvaluation.of(dns, sender);
    assertThat(dns.questions().size() - before).isLessThanOrEqualTo(MOST_QUESTIONS);
    assertThat(evaluation.lookups()).isLessThanOrEqualTo(11);
    assertThat(evaluation.voids()).isLessThanOrEqualTo(3);
    var tree = SpfTree.of(dns, sender.domain());
    assertThat(tree.lines()).isNotEmpty();
    assertThat(tree.duplicates()).isSubsetOf(tree.entries());
    return evaluation;
  }
}
