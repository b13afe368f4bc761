package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle.Kind;

/// What a look may cost others, and what others may cost a look.
class DnsBoundsTest {
  private static final int PER_SECOND = 10;
  private static final int IN_FLIGHT = 3;

  @Test
  void isPoliteToAServerInAllLooksTogether() throws Exception {
    try (var lab = DnsLab.start(PER_SECOND, IN_FLIGHT);
        var server = raw(lab, RawServer.Manner.REFUSES);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks = new ArrayList<Future<?>>();
      for (int i = 0; i < 6; i++) {
        var name = "lame" + i + ".test";
        looks.add(threads.submit(() -> lab.look(name)));
      }
      for (var look : looks) {
        look.get();
      }

      assertThat(server.questions()).isGreaterThan(3 * PER_SECOND);
      assertThat(server.mostInFlight()).isLessThanOrEqualTo(IN_FLIGHT);
      // so many in any second: after the first lot, each lot takes a second (less what a thread was
      // late)
      int lots = (server.questions() - 1) / PER_SECOND;
      assertThat(server.seconds()).isGreaterThan(lots - 0.3);
    }
  }

  @Test
  void doesNotCallAServerSilentBecauseOurOwnQueueForItIsLong() throws Exception {
    try (var lab = DnsLab.start(PER_SECOND, 1);
        var server = raw(lab, RawServer.Manner.REFUSES);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks = new ArrayList<Future<Asked.Outcome>>();
      for (int i = 0; i < 6; i++) {
        var name = "lame" + i + ".test";
        looks.add(threads.submit(() -> lab.look(name).servers().getFirst().outcome(Question.SOA)));
      }
      for (var look : looks) {
        assertThat(look.get()).isInstanceOf(Asked.Replied.class);
      }
      assertThat(server.questions()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = RawServer.Manner.class,
      names = {"FLOODS", "PROMISES", "DRIPS"})
  @Timeout(60)
  void endsWhateverAServerSends(RawServer.Manner manner) throws IOException {
    try (var lab = DnsLab.start();
        var server = raw(lab, manner)) {
      var facts = lab.look("lame0.test");

      assertThat(facts.soa().answer()).isInstanceOf(Lookup.Unasked.class);
      assertThat(facts.servers()).hasSize(1);
      assertThat(server.questions()).isLessThan(60);
    }
  }

  @Test
  void asksNoServerAtAnAddressThatIsNobodysBusiness() throws IOException {
    try (var lab = DnsLab.start()) {
      lab.world.delegate(
          "inner.test",
          """
          inner     NS  ns1.inner
          inner     NS  ns2.inner
          ns1.inner A   10.1.2.3
          ns2.inner A   169.254.169.254
          """);
      var facts = lab.look("inner.test");

      assertThat(facts.servers()).hasSize(2);
      for (var server : facts.servers()) {
        assertThat(server.sent()).isZero();
        assertThat(server.outcome(Question.SOA))
            .isInstanceOfSatisfying(
                Asked.Unreplied.class,
                none -> assertThat(none.obstacle().kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS));
      }
      assertThat(facts.soa().answer()).isInstanceOf(Lookup.Unasked.class);
    }
  }

  /// A server at which `test` says that six domains are.
  private static RawServer raw(DnsLab lab, RawServer.Manner manner) throws IOException {
    var address = InetAddress.getByName("127.90.1.53");
    for (int i = 0; i < 6; i++) {
      lab.world.delegate(
          "lame" + i + ".test",
          "lame%1$d NS ns.lame%1$d\nns.lame%1$d A 127.90.1.53\n".formatted(i));
    }
    return new RawServer(address, lab.world.dns().dnsPort(), manner);
  }
}
