package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;

class MailRouteTest {

  private final List<String> questions = new ArrayList<>();

  @Test
  void asksForTheAddressesOfASuppliersServersAndNotWhatTheyAreCalled() {
    var route =
        follow(
            found("a.test", "MX", "10 b.mx.test.", "5 A.mx.test."),
            found("a.mx.test", "A", "192.0.2.9", "192.0.2.10"),
            found("a.mx.test", "AAAA", "2001:db8::1"),
            nxdomain("b.mx.test", "A"),
            nxdomain("b.mx.test", "AAAA"));
    assertThat(route.implied()).isFalse();
    assertThat(route.servers())
        .extracting(MailRoute.Server::host)
        .containsExactly("a.mx.test", "b.mx.test");
    assertThat(route.servers().getFirst().addresses())
        .containsExactly("192.0.2.10", "192.0.2.9", "2001:db8::1");
    assertThat(questions)
        .containsExactly(
            "a.test MX", "a.mx.test A", "a.mx.test AAAA", "b.mx.test A", "b.mx.test AAAA");
  }

  @Test
  void asksWhatOneAddressOfEachFamilyOfItsOwnServerIsCalled() {
    var route =
        follow(
            found("a.test", "MX", "10 mx.a.test."),
            found("mx.a.test", "A", "192.0.2.10", "192.0.2.9", "10.0.0.1"),
            absent("mx.a.test", "AAAA"),
            found("10.2.0.192.in-addr.arpa", "PTR", "Gate.a.test.", "host.isp.test."),
            found("gate.a.test", "A", "192.0.2.10"));
    var reverse = route.servers().getFirst().reverse();
    assertThat(reverse).hasSize(1);
    assertThat(reverse.getFirst().isConfirmed()).isTrue();
    assertThat(questions).endsWith("10.2.0.192.in-addr.arpa PTR", "gate.a.test A").hasSize(5);
  }

  @Test
  void mailForADomainWithoutMxRecordsGoesToTheDomainItself() {
    var route = follow(absent("a.test", "MX"), found("a.test", "A", "192.0.2.80"));
    assertThat(route.implied()).isTrue();
    assertThat(route.servers()).extracting(MailRoute.Server::host).containsExactly("a.test");
    assertThat(route.servers().getFirst().isPartlyHidden()).isTrue();
  }

  @Test
  void asksNothingOfANullMxRecordNorOfAnAddressNorOfANameThatDoesNotExist() {
    for (var mx :
        List.of(
            found("a.test", "MX", "0 ."),
            found("a.test", "MX", "10 192.0.2.25."),
            nxdomain("a.test", "MX"),
            unasked("a.test", "MX"))) {
      questions.clear();
      assertThat(follow(mx).servers()).isEmpty();
      assertThat(questions).containsExactly("a.test MX");
    }
  }

  private MailRoute follow(Lookup... answers) {
    Lookups lookups =
        (name, type) -> {
          questions.add(name + " " + type);
          return Stream.of(answers)
              .filter(one -> one.name().equals(name) && one.type().equals(type))
              .findFirst()
              .orElseGet(() -> unasked(name, type));
        };
    return MailRoute.of(lookups, "a.test");
  }
}
