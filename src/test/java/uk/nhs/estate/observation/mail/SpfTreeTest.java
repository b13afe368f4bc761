package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.mail.SpfTree.Everybody;
import uk.nhs.estate.observation.mail.SpfTree.Node;
import uk.nhs.estate.observation.mail.SpfTree.Reach;
import uk.nhs.estate.observation.mail.SpfTree.State;
import uk.nhs.estate.observation.text.IpNetwork;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;
import uk.nhs.estate.observation.text.SpfTerm;
import uk.nhs.estate.sample.PretendDns;

class SpfTreeTest {

  @Test
  void countsAtEveryNodeAndInAll() {
    var tree =
        tree(
            "a.test TXT \"v=spf1 mx a:x.test include:b.test include:c.test ip4:192.0.2.1 -all\"",
            "a.test MX 10 x.test.",
            "x.test A 192.0.2.9",
            "b.test TXT \"v=spf1 include:d.test ptr -all\"",
            "c.test TXT \"v=spf1 exists:%{i}.c.test redirect=d.test\"",
            "d.test TXT \"v=spf1 ip4:198.51.100.0/24 a:x.test -all\"");

    assertThat(tree.lookups()).isEqualTo(10);
    assertThat(tree.nodes())
        .extracting(node -> node.domain() + " " + node.before() + "+" + node.lookups())
        .containsExactly("a.test 0+10", "b.test 3+3", "d.test 4+1", "c.test 7+3", "d.test 9+1");
    assertThat(tree.entries())
        .filteredOn(entry -> entry.count() == 1)
        .extracting(entry -> entry.term().text() + " " + entry.total())
        .containsExactly(
            "mx 1",
            "a:x.test 2",
            "include:b.test 6",
            "include:d.test 5",
            "a:x.test 5",
            "ptr 6",
            "include:c.test 10",
            "exists:%{i}.c.test 8",
            "redirect=d.test 10");
  }

  @Test
  void asksEachDomainOnceAndOnlyWhatAReceiverWouldAsk() {
    var dns =
        PretendDns.of(
            "a.test TXT \"v=spf1 ip4:192.0.2.1 mx include:b.test include:b.test ptr exists:%{i}.x"
                + ".test -all a:late.test include:late.test\"",
            "a.test MX 10 x.test.", "x.test A 192.0.2.9", "b.test TXT \"v=spf1 -all\"");
    SpfTree.of(dns, "A.test.");

    assertThat(dns.questions())
        .containsExactly("a.test TXT", "a.test MX", "x.test A", "x.test AAAA", "b.test TXT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=spf1 -all|Read",
        "v=spf1 foo -all|Malformed",
        "hello|None",
      })
  void saysWhatBecameOfARecord(String record, String state) {
    assertThat(tree("a.test TXT \"" + record + "\"").root().state().getClass().getSimpleName())
        .isEqualTo(state);
  }

  @Test
  void tellsAbsentSeveralAndHiddenApart() {
    assertThat(tree("b.test A 192.0.2.1").root().state())
        .isInstanceOfSatisfying(State.None.class, none -> assertThat(none.isVoid()).isTrue());
    assertThat(tree("a.test TXT \"v=spf1\"", "a.test TXT \"v=spf1 -all\"").root().state())
        .isEqualTo(new State.Several());
    var hidden = tree("a.test FAILS TXT");
    assertThat(hidden.root().state()).isInstanceOf(State.Hidden.class);
    assertThat(hidden.hidden()).singleElement().asString().startsWith("a.test TXT: ");
    assertThat(hidden.lines()).singleElement().asString().contains("could not ask");
  }

  @Test
  void keepsTheTermsOfABrokenRecordAndFollowsNone() {
    var dns = PretendDns.of("a.test TXT \"v=spf1 include:b.test ipv4:192.0.2.1 -all\"");
    var tree = SpfTree.of(dns, "a.test");

    assertThat(tree.root().state())
        .isInstanceOfSatisfying(
            State.Malformed.class,
            state ->
                assertThat(state.terms())
                    .extracting(SpfTerm.Malformed::text)
                    .containsExactly("ipv4:192.0.2.1"));
    assertThat(tree.entries()).hasSize(3).allMatch(entry -> entry.reach() == Reach.VOID_RECORD);
    assertThat(tree.root().everybody()).isInstanceOf(Everybody.Broken.class);
    assertThat(dns.questions()).containsExactly("a.test TXT");
  }

  @ParameterizedTest
  @CsvSource({
    "-all, FAIL, a.test",
    "~all, SOFTFAIL, a.test",
    "+all, PASS, a.test",
    "redirect=softly.test, SOFTFAIL, a.test softly.test",
    "include:softly.test ?all, NEUTRAL, a.test",
    "include:open.test -all, PASS, a.test open.test",
    "-include:open.test ~all, FAIL, a.test open.test",
    "include:around.test -all, PASS, a.test around.test open.test",
    "exists:known.test -all, PASS, a.test",
    "redirect=around.test, PASS, a.test around.test open.test"
  })
  void findsWhatEverybodyElseIsTold(String terms, Qualifier qualifier, String path) {
    var tree =
        tree(
            "a.test TXT \"v=spf1 mx " + terms + "\"",
            "softly.test TXT \"v=spf1 ~all\"",
            "open.test TXT \"v=spf1 ip4:192.0.2.1 +all\"",
            "around.test TXT \"v=spf1 include:open.test -all\"",
            "known.test A 192.0.2.1");

    assertThat(tree.root().everybody())
        .isInstanceOfSatisfying(
            Everybody.Told.class,
            told -> {
              assertThat(told.qualifier()).isEqualTo(qualifier);
              assertThat(told.path()).containsExactly(path.split(" "));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "mx, Untold",
    "include:nobody.test, Untold",
    "redirect=none.test, Broken",
    "redirect=broken.test, Broken",
    "redirect=a.test, Broken",
    "redirect=hidden.test, Hidden",
    "redirect=%{l}.test, Hidden"
  })
  void tellsApartWhyNobodyIsToldAnything(String terms, String kind) {
    var tree =
        tree(
            "a.test TXT \"v=spf1 " + terms + "\"",
            "nobody.test TXT \"v=spf1 -all\"",
            "broken.test TXT \"v=spf1 -all foo\"",
            "postmaster.test TXT \"v=spf1 -all\"",
            "hidden.test FAILS TXT");

    assertThat(tree.root().everybody().getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void tellsTermsThatAreNeverRead() {
    var tree =
        tree(
            "a.test TXT \"v=spf1 redirect=b.test x=y include:c.test mx exp=e.test\"",
            "b.test TXT \"v=spf1 -all\"",
            "c.test TXT \"v=spf1 ?all mx redirect=b.test exp=e.test\"");

    assertThat(tree.entries())
        .filteredOn(entry -> entry.reach() != Reach.READ)
        .extracting(entry -> entry.domain() + " " + entry.term().text() + " " + entry.reach())
        .containsExactly("c.test mx AFTER_ALL", "c.test redirect=b.test BESIDE_ALL");
    assertThat(
            tree("a.test TXT \"v=spf1 include:c.test mx\"", "c.test TXT \"v=spf1 +all\"").entries())
        .extracting(Entry::reach)
        .containsExactly(Reach.READ, Reach.READ, Reach.AFTER_OPEN_INCLUDE);
  }

  @Test
  void findsWhatLeadsToNothing() {
    var tree =
        tree(
            "a.test TXT \"v=spf1 a:none.test mx:nomx.test exists:none.test include:none.test"
                + " include:nospf.test a:only6.test exists:%{i}.none.test redirect=nomx.test\"",
            "nomx.test A 192.0.2.1", "nospf.test TXT \"hello\"", "only6.test AAAA 2001:db8::1");

    assertThat(tree.voids())
        .extracting(entry -> entry.term().text())
        .containsExactly(
            "a:none.test",
            "mx:nomx.test",
            "exists:none.test",
            "include:none.test",
            "redirect=nomx.test");
    assertThat(tree.hidden()).isEmpty();
  }

  @Test
  void aTargetThatCouldNotBeAskedIsHiddenAndNotVoid() {
    var tree =
        tree(
            "a.test TXT \"v=spf1 a:h.test mx:h.test exists:h.test include:h.test -all\"",
            "h.test FAILS A",
            "h.test FAILS MX",
            "h.test FAILS TXT");

    assertThat(tree.voids()).isEmpty();
    assertThat(tree.hidden())
        .extracting(words -> words.substring(0, words.indexOf(':')))
        .containsExactlyInAnyOrder("h.test A", "h.test MX", "h.test TXT");
    assertThat(tree.lookups()).isEqualTo(4);
  }

  @Test
  void oneHiddenFamilyOfAddressesLeavesTheOther() {
    var tree = tree("a.test TXT \"v=spf1 a -all\"", "a.test A 192.0.2.1", "a.test FAILS AAAA");

    assertThat(tree.allowed().ipv4()).isEqualTo(1);
    assertThat(tree.hidden()).hasSize(1);
  }

  @Test
  void findsDomainsThatAnybodyCouldRegister() {
    var dns =
        PretendDns.of(
            "a.nhs.uk TXT \"v=spf1 include:b.nhs.uk -all\"",
            "b.nhs.uk TXT \"v=spf1 include:_spf.gone-supplier.co.uk a:taken-supplier.co.uk"
                + " include:gone.nhs.uk -all\"",
            "x.taken-supplier.co.uk A 192.0.2.1");
    var tree = SpfTree.of(dns, "a.nhs.uk");

    assertThat(tree.entries())
        .flatExtracting(entry -> entry.missing().stream().toList())
        .extracting(PointedAt::name, PointedAt::provesThatItsDomainIsFree)
        .containsExactly(tuple("_spf.gone-supplier.co.uk", true), tuple("gone.nhs.uk", false));
    assertThat(dns.questions()).contains("gone-supplier.co.uk SOA");
  }

  @Test
  void followsAnAliasToTheNameThatIsMissing() {
    var dns =
        PretendDns.of(
            "a.nhs.uk TXT \"v=spf1 include:spf.nhs.uk -all\"",
            "spf.nhs.uk CNAME _spf.gone-supplier.co.uk");

    assertThat(SpfTree.of(dns, "a.nhs.uk").entries().getFirst().missing())
        .get()
        .returns("_spf.gone-supplier.co.uk", PointedAt::name)
        .returns(true, PointedAt::provesThatItsDomainIsFree);
  }

  @Test
  void stopsAtALoopAndSaysSo() {
    var tree =
        tree("a.test TXT \"v=spf1 include:b.test -all\"", "b.test TXT \"v=spf1 redirect=a.test\"");

    assertThat(tree.loops())
        .singleElement()
        .extracting(Node::path)
        .isEqualTo(List.of("a.test", "b.test", "a.test"));
    assertThat(tree.lookups()).isEqualTo(2);
  }

  @Test
  void countsTooManyMailExchangersAndAsksForNoneOfThem() {
    var lines = new ArrayList<>(List.of("a.test TXT \"v=spf1 mx -all\""));
    IntStream.rangeClosed(1, 10).forEach(i -> lines.add("a.test MX 1 mx%d.test.".formatted(i)));
    assertThat(tree(lines.toArray(String[]::new)).tooManyExchanges()).isEmpty();

    lines.add("a.test MX 1 mx11.test.");
    var dns = PretendDns.of(lines.toArray(String[]::new));
    assertThat(SpfTree.of(dns, "a.test").tooManyExchanges())
        .extracting(Entry::outcome)
        .containsExactly(new SpfTree.TooManyExchanges(11));
    assertThat(dns.questions()).containsExactly("a.test TXT", "a.test MX");
  }

  @Test
  void addsUpAddressesOnceAndTellsOwnFromOthers() {
    var tree =
        tree(
            "a.test TXT \"v=spf1 ip4:192.0.2.0/25 ip4:192.0.2.1 a/28 ~ip4:10.0.0.0/8"
                + " ip6:2001:db8::/48 include:b.test ?include:c.test -all\"",
            "a.test A 192.0.2.129",
            "b.test TXT \"v=spf1 ip4:192.0.2.0/24 -ip4:198.51.100.0/24 ip6:2001:db8::/32 -all\"",
            "c.test TXT \"v=spf1 ip4:203.0.113.0/24 -all\"");

    assertThat(tree.allowed().ipv4()).isEqualTo(256);
    assertThat(tree.allowed().ipv6Networks())
        .extracting(IpNetwork::toString)
        .containsExactly("2001:db8::/32");
    assertThat(tree.allowed().ipv6()).isEqualTo(BigInteger.ONE.shiftLeft(96));
    assertThat(tree.allowedBy(tree.root()).ipv4()).isEqualTo(128 + 16);
    assertThat(tree("a.test TXT \"v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1\"").allowed().ipv4())
        .isEqualTo(1L << 32);
  }

  @Test
  void aRecordIncludedAgainWithAPlusAllowsWhatItDidNotBefore() {
    var tree =
        tree(
            "a.test TXT \"v=spf1 ?include:b.test include:b.test -all\"",
            "b.test TXT \"v=spf1 ip4:192.0.2.0/24 -all\"");

    assertThat(tree.allowed().ipv4()).isEqualTo(256);
  }

  @Test
  void findsDuplicatesInternalNetworksPtrAndMacros() {
    var tree =
        tree(
            "a.test TXT \"v=spf1 ip4:10.1.0.0/16 ip4:8.0.0.0/6 ip4:198.51.100.0/24"
                + " ?ip4:198.51.100.9/24 mx ~MX include:b.test include:c.test ptr exists:%{i}.x.y"
                + " exp=%{d}.e.test -all\"",
            "b.test TXT \"v=spf1 include:c.test -all\"", "c.test TXT \"v=spf1 ip6:fd00::/8 -all\"");

    assertThat(texts(tree.duplicates()))
        .containsExactly("?ip4:198.51.100.9/24", "~MX", "include:c.test");
    assertThat(texts(tree.internal())).containsExactly("ip4:10.1.0.0/16", "ip6:fd00::/8");
    assertThat(texts(tree.ptrs())).containsExactly("ptr");
    assertThat(texts(tree.macros())).containsExactly("exists:%{i}.x.y", "exp=%{d}.e.test");
  }

  @Test
  void expandsMacrosThatAreTheSameForAllAndSaysWhichAreNot() {
    var dns =
        PretendDns.of(
            "a.test TXT \"v=spf1 include:%{d}.s.test include:%{ir}.%{v}.%{l}.%{h}.s.test"
                + " a:%{p}.s.test -all\"",
            "a.test.s.test TXT \"v=spf1 exists:%{o}.%{d1r}.none.test -all\"",
            "1.2.0.192.in-addr.postmaster.a.test.s.test TXT \"v=spf1 a:x.test +all\"");
    var tree = SpfTree.of(dns, "a.test");

    assertThat(tree.entries())
        .filteredOn(entry -> entry.target() != null)
        .extracting(entry -> entry.target() + " " + entry.bySample())
        .containsExactly(
            "a.test.s.test false",
            "a.test.a.none.test false",
            "1.2.0.192.in-addr.postmaster.a.test.s.test true",
            "x.test true",
            "unknown.s.test true");
    assertThat(tree.root().everybody())
        .as("what a sample includes is not said of everybody")
        .isInstanceOfSatisfying(
            Everybody.Told.class, told -> assertThat(told.term()).isEqualTo("-all"));
    assertThat(dns.questions()).doesNotContain("x.test A", "unknown.s.test A");
  }

  @Test
  void asksForAddressesOnlyWhereAReceiverGets() {
    var terms = IntStream.rangeClosed(1, 12).mapToObj("a:h%d.test"::formatted).toList();
    var dns = PretendDns.of("a.test TXT \"v=spf1 " + String.join(" ", terms) + "\"");
    var tree = SpfTree.of(dns, "a.test");

    assertThat(tree.lookups()).isEqualTo(12);
    assertThat(dns.questions()).hasSize(1 + 10).contains("h10.test A");
    assertThat(tree.lines()).last().asString().contains("receivers stop after 10");
  }

  @Test
  void isBoundedHoweverWideAndDeepTheRecordsAre() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      var terms = new StringBuilder();
      for (int j = 1; j <= 8; j++) {
        terms
            .append(" include:n%d.test".formatted(i * 8 + j))
            .append(" mx a:b%d.test".formatted(j));
      }
      lines.add("n%d.test TXT \"v=spf1%s -all\"".formatted(i, terms));
    }
    var wide = PretendDns.of(lines.toArray(String[]::new));
    assertThat(SpfTree.of(wide, "n0.test").nodes()).hasSizeLessThan(60);
    assertThat(wide.questions()).hasSizeLessThan(100);

    var deep =
        PretendDns.of(
            IntStream.range(0, 100)
                .mapToObj(i -> "n%d.test TXT \"v=spf1 redirect=n%d.test\"".formatted(i, i + 1))
                .toArray(String[]::new));
    assertThat(SpfTree.of(deep, "n0.test").nodes()).hasSize(21);
    assertThat(SpfTree.of(deep, "n0.test").nodes().getLast().state())
        .isInstanceOf(State.Unfollowed.class);
  }

  @Test
  void twoRecordsThatIncludeEachOtherTwiceDoNotDouble() {
    var dns =
        PretendDns.of(
            IntStream.range(0, 30)
                .mapToObj(
                    i ->
                        "n%d.test TXT \"v=spf1 include:n%d.test include:n%d.test -all\""
                            .formatted(i, i + 1, i + 1))
                .toArray(String[]::new));
    SpfTree.of(dns, "n0.test").lines();

    assertThat(dns.questions()).hasSizeLessThan(60);
  }

  @Test
  void isWrittenForPeople() {
    var tree =
        tree(
            "a.test TXT \"v=spf1 mx ip4:192.0.2.0/24 ip4:192.0.2.1 include:b.test a:none.test"
                + " include:none.test ~all\"",
            "a.test MX 10 x.test.",
            "x.test A 192.0.2.9",
            "b.test TXT \"v=spf1 ip4:1.0.0.0 ip4:2.0.0.0 ip4:3.0.0.0 ip4:4.0.0.0 ip6:::1 ptr ?all"
                + " mx\"");

    assertThat(tree.lines())
        .containsExactly(
            "a.test: SPF record of 90 bytes, 5 of 10 look-ups",
            "  mx [1]: a.test 192.0.2.9/32",
            "  ip4:192.0.2.0/24 ip4:192.0.2.1",
            "  include:b.test [2]: SPF record of 74 bytes, 1 look-up",
            "    ip4:1.0.0.0 ip4:2.0.0.0 ip4:3.0.0.0 ip4:4.0.0.0 … and 1 more",
            "    ptr [3]: b.test differs from sender to sender",
            "    ?all",
            "    mx: never read: it stands after all",
            "  a:none.test [4]: None: the name does not exist",
            "  include:none.test [5]: no SPF record: None: the name does not exist",
            "  ~all");
  }

  private static List<String> texts(List<Entry> entries) {
    return entries.stream().map(entry -> entry.term().text()).toList();
  }

  private static SpfTree tree(String... lines) {
    return SpfTree.of(PretendDns.of(lines), "a.test");
  }
}
