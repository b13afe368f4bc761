package uk.nhs.estate.probe.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;

/// Visits a server of somebody else's making, sound over HTTPS and broken over HTTP.
class BrokenServerTest {
  private static final String HOST = "www.ferry.test";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort())
          .build();

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER"})
  void anAnswerThatIsNoneIsAnObstacleAndHidesOnlyItsVisit(Fault fault) {
    var facts = look(aResponse().withFault(fault));

    assertThat(facts.plain().end()).isInstanceOf(Visit.Obstructed.class);
    assertThat(facts.secure().end()).isEqualTo(new Visit.Answered());
    assertThat(facts.secure().hops().getFirst().status()).isEqualTo(200);
  }

  @Test
  void aBodyThatBreaksOffDoesNotHideTheHeader() {
    var facts = look(aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK));

    assertThat(facts.plain().end()).isEqualTo(new Visit.Answered());
  }

  @Test
  void aServerThatTakesTooLongIsAnObstacle() {
    int tooLong = (int) Lab.LIMITS.visit().plusSeconds(2).toMillis();
    var facts = look(ok().withFixedDelay(tooLong));

    assertThat(facts.plain().end())
        .isInstanceOfSatisfying(
            Visit.Obstructed.class,
            end -> assertThat(end.obstacle().kind()).isEqualTo(Obstacle.Kind.TIMED_OUT));
  }

  @Test
  void weSayWhoWeAre() {
    look(ok());

    SERVER.verify(
        getRequestedFor(urlEqualTo("/"))
            .withHeader("User-Agent", equalTo("Lab/1.0 (+https://lab.test/)"))
            .withHeader("Host", equalTo(HOST)));
  }

  private static HttpFacts look(ResponseDefinitionBuilder overHttp) {
    SERVER.stubFor(any(anyUrl()).willReturn(ok("hello")));
    SERVER.stubFor(any(anyUrl()).withScheme("http").willReturn(overHttp));
    var settings =
        Lab.settings(
            new InetSocketAddress(LoneServer.home(), 53), SERVER.getPort(), SERVER.getHttpsPort());
    try (var dialler = new Dialler(settings)) {
      var probe =
          new HttpProbe(
              settings,
              dialler,
              BrokenServerTest::nowhere,
              InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")));
      var addresses = new Addresses.Known(List.of(InetAddress.ofLiteral("127.0.0.1")), true);
      return (HttpFacts) ((Sighting.Seen) probe.look(HOST, addresses, List.of())).facts();
    }
  }

  private static AddressFacts nowhere(String host) {
    var unasked = new Lookup.Unasked(new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT));
    return new AddressFacts(
        Instant.EPOCH, new Lookup(host, "A", unasked), new Lookup(host, "AAAA", unasked));
  }
}
