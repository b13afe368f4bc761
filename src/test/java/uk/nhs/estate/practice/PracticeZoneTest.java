package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;
import uk.nhs.estate.practice.PracticeZone.Held;

class PracticeZoneTest {

  private static final PracticeZone ZONE =
      PracticeZone.of(
          "ferry.test",
          """
          @            SOA   ns1 hostmaster 1 7200 1800 1209600 60
          @            NS    ns1
          ns1          A     127.53.0.1
          www          CNAME ferry.test.
          *.clinics    A     127.42.0.9
          deep.down    TXT   "here"
          """);

  @Test
  void findsARecordByNameAndType() {
    assertThat(held("ns1.ferry.test", Type.A)).isInstanceOf(Held.Found.class);
  }

  @Test
  void comparesNamesWithoutCase() {
    assertThat(held("NS1.Ferry.TEST", Type.A)).isInstanceOf(Held.Found.class);
  }

  @Test
  void tellsAMissingTypeFromAMissingName() {
    assertThat(held("ns1.ferry.test", Type.AAAA)).isEqualTo(new Held.NoData());
    assertThat(held("ns2.ferry.test", Type.A)).isEqualTo(new Held.NoName());
  }

  @Test
  void showsAnAliasToEveryTypeButItsOwn() {
    assertThat(held("www.ferry.test", Type.A)).isInstanceOf(Held.Alias.class);
    assertThat(held("www.ferry.test", Type.CNAME)).isInstanceOf(Held.Found.class);
  }

  @Test
  void holdsThatANameExistsWhenOneBelowItDoes() {
    assertThat(held("down.ferry.test", Type.A)).isEqualTo(new Held.NoData());
    assertThat(held("own.ferry.test", Type.A)).isEqualTo(new Held.NoName());
  }

  @Test
  void answersFromAWildcardInTheNameThatWasAsked() {
    assertThat(held("monday.clinics.ferry.test", Type.A))
        .isInstanceOfSatisfying(
            Held.Found.class,
            found ->
                assertThat(found.sets().getFirst().getName())
                    .hasToString("monday.clinics.ferry.test."));
    assertThat(held("monday.clinics.ferry.test", Type.MX)).isEqualTo(new Held.NoData());
    assertThat(held("monday.ferry.test", Type.A)).isEqualTo(new Held.NoName());
  }

  @Test
  void knowsWhereAnotherZoneBegins() {
    var zone = ZONE.with("branch NS ns.branch\nns.branch A 127.53.0.2\n*.branch A 127.53.0.3");
    var cut = PracticeZone.name("branch.ferry.test");

    for (var name : new String[] {"branch", "ns.branch", "deep.down.in.branch"}) {
      assertThat(zone.lookup(PracticeZone.name(name + ".ferry.test"), Type.A))
          .isEqualTo(new Held.Delegated(cut));
    }
    assertThat(zone.lookup(cut, Type.DS)).isEqualTo(new Held.NoData());
    assertThat(zone.lookup(PracticeZone.name("ferry.test"), Type.NS))
        .isInstanceOf(Held.Found.class);
  }

  @Test
  void isChangedByMakingAnotherOne() {
    var more = ZONE.with("extra TXT \"more\"");
    var less = ZONE.without("@", Type.NS).without("here");

    assertThat(more.lookup(PracticeZone.name("extra.ferry.test"), Type.TXT))
        .isInstanceOf(Held.Found.class);
    assertThat(less.lookup(PracticeZone.name("ferry.test"), Type.NS)).isEqualTo(new Held.NoData());
    assertThat(less.lookup(PracticeZone.name("deep.down.ferry.test"), Type.TXT))
        .isEqualTo(new Held.NoName());
    assertThat(held("extra.ferry.test", Type.TXT)).isEqualTo(new Held.NoName());
  }

  @Test
  void refusesAZoneThatIsNone() {
    assertThatThrownBy(() -> PracticeZone.of("ferry.test", "@ A 127.0.0.1"))
        .hasMessageContaining("needs an SOA");
    assertThatThrownBy(() -> ZONE.with("other.test. A 127.0.0.1"))
        .hasMessageContaining("other.test. is not in the zone");
    assertThatThrownBy(() -> ZONE.with("www A not-an-address"))
        .hasMessageContaining("zone ferry.test.");
  }

  private static Held held(String name, int type) {
    return ZONE.lookup(PracticeZone.name(name), type);
  }
}
