package uk.nhs.estate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.TestService;

/// Speaks HTTP/1.1 by hand, as ordinary clients do not let a `Host` be chosen or a body be late.
class DoorTest {
  private static final TestService SERVICE = TestService.shared();
  private static final String WISH = "{\"kind\":\"SITE\",\"name\":\"nobody.test\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "127.0.0.1",
        "127.0.0.1:65535",
        "[::1]",
        "[::1]:8080"
      })
  void thisMachinesOwnNamesAreAnswered(String host) throws IOException {
    assertThat(get(SERVICE, host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:8080",
        "localhost:8080.evil.example",
        "evil.example:8080#localhost",
        "user@localhost",
        "192.0.2.1",
        "0.0.0.0",
        "127.1",
        "[::]",
        "localhost, evil.example",
        ""
      })
  void anyOtherNameIsMisdirected(String host) throws IOException {
    var answer = get(SERVICE, host);
    assertThat(answer).startsWith("HTTP/1.1 421 ");
    assertThat(answer).contains("application/problem+json").containsIgnoringCase("x-request-id");
  }

  @Test
  void aRequestWithTwoHostsOrNoneIsRefused() throws IOException {
    assertThat(
            ask(
                SERVICE,
                "GET /api/v1/checks HTTP/1.1\r\n"
                    + "Host: localhost\r\n"
                    + "Host: a.test\r\n"
                    + "Connection: close\r\n\r\n"))
        .matches("(?s)HTTP/1.1 4.*");
    assertThat(ask(SERVICE, "GET /api/v1/checks HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .matches("(?s)HTTP/1.1 4.*");
  }

  @Test
  void theAddressInTheRequestLineCannotReplaceTheHost() throws IOException {
    assertThat(
            ask(
                SERVICE,
                "GET http://localhost/api/v1/checks HTTP/1.1\r\nHost: evil.example\r\n"
                    + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421 ");
  }

  @Test
  void aPortForHealthAloneAnswersToAnyName() throws IOException {
    int web = free();
    int health = free();
    var listeners = new HashMap<String, Object>();
    listeners.put("web.host", "127.0.0.1");
    listeners.put("web.port", web);
    listeners.put("health.host", "127.0.0.1");
    listeners.put("health.port", health);
    listeners.put("health.expose-default-routes", false);
    var properties = new HashMap<String, Object>();
    listeners.forEach((name, to) -> properties.put("micronaut.server.netty.listeners." + name, to));
    properties.put("endpoints.all.port", health);
    try (var _ = TestService.start(properties)) {
      var asked =
          "GET /health HTTP/1.1\r\nHost: 10.0.0.7:" + health + "\r\nConnection: close\r\n\r\n";
      assertThat(ask(health, asked, Duration.ZERO, "")).startsWith("HTTP/1.1 200 ");
      assertThat(ask(web, get("estate.example"), Duration.ZERO, "")).startsWith("HTTP/1.1 421 ");
    }
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void boundElsewhereTheServiceAnswersToAnyName() throws IOException {
    try (var open = TestService.start(Map.of("micronaut.server.host", "0.0.0.0"))) {
      assertThat(get(open, "estate.example")).startsWith("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: CROSS-SITE",
        "Sec-Fetch-Site: ",
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost.evil.example",
        "Origin: http://localhost:1",
        "Origin: ftp://localhost"
      })
  void whatAPageOfAnotherSiteSendsIsForbidden(String header) throws IOException {
    for (var pause : new Duration[] {Duration.ZERO, Duration.ofMillis(300)}) {
      var answer = post(header, pause);
      assertThat(answer).startsWith("HTTP/1.1 403 ").contains("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: none",
        "Origin: http://localhost",
        "Origin: HTTP://LOCALHOST",
        "Accept: */*"
      })
  void whatOurOwnPagesAndProgramsSendIsLetThroughHoweverLateItsBody(String header)
      throws IOException {
    for (var pause : new Duration[] {Duration.ZERO, Duration.ofMillis(300)}) {
      assertThat(post(header, pause)).startsWith("HTTP/1.1 422 ").contains("nobody.test");
    }
  }

  @Test
  void readingIsNotForbiddenAsTheBrowserKeepsTheAnswerFromTheOtherPage() throws IOException {
    assertThat(
            ask(
                SERVICE,
                "GET /api/v1/checks HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n"
                    + "Origin: https://evil.example\r\n"
                    + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContainIgnoringCase("access-control-allow");
  }

  private static String get(TestService service, String host) throws IOException {
    return ask(service, get(host));
  }

  private static String get(String host) {
    return "GET /api/v1/checks?limit=1 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  }

  private static String post(String header, Duration pause) throws IOException {
    return ask(
        SERVICE.port(),
        "POST /api/v1/scans HTTP/1.1\r\nHost: localhost\r\n"
            + header
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + WISH.length()
            + "\r\nConnection: close\r\n\r\n",
        pause,
        WISH);
  }

  private static String ask(TestService service, String request) throws IOException {
    return ask(service.port(), request, Duration.ZERO, "");
  }

  private static String ask(int port, String head, Duration pause, String body) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.flush();
      if (!pause.isZero()) {
        Thread.sleep(pause);
      }
      out.write(body.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
