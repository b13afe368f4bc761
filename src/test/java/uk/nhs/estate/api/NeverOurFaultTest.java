package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import uk.nhs.estate.TestService;

/// Throws anything at the service: whatever is asked, the fault is never ours.
class NeverOurFaultTest {
  private static final TestService SERVICE = TestService.shared();

  private static final List<String> NOUNS =
      List.of(
          "organisations",
          "domains",
          "sites",
          "scans",
          "observations",
          "findings",
          "checks",
          "candidates",
          "dmarc-reports");

  private static final List<String> PARAMETERS =
      List.of(
          "type",
          "status",
          "parent",
          "nameContains",
          "limit",
          "cursor",
          "organisation",
          "lifecycle",
          "grade",
          "domain",
          "kind",
          "name",
          "state",
          "severity",
          "rule",
          "from",
          "to");

  private static final List<String> NASTY =
      List.of(
          "",
          "%00",
          "%",
          "%zz",
          "%FF%FE",
          "%C3%28",
          "%ED%A0%80",
          "%F0%9F%92%A9",
          "..",
          "%2e%2e%2f",
          "//",
          "%5c",
          ";a=b",
          "?",
          "#",
          "-1",
          "0",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "1e309",
          "NaN",
          "null",
          "true",
          "[]",
          "{}",
          "${7*7}",
          "{{x}}",
          "%27--",
          "%25",
          "_",
          "\\",
          "%0d%0aX-Evil:1",
          "00000000-0000-0000-0000-000000000000",
          "0-0-0-0-0",
          "fffffffff-0-0-0-0",
          "xn--",
          "xn--a.xn--b",
          "xn--zzzzzz-.test",
          "127.0.0.1",
          "0x7f.1",
          "%E2%80%AE",
          "a".repeat(300),
          "%61".repeat(2000),
          "ZA1",
          "nasty.test/dmarc-sources",
          "ZG1hcmMtc291cmNlcyAyMDI2LTExLTI0IDFfMQ",
          "nhs.uk",
          "OPEN",
          "b3JnYW5pc2F0aW9ucyA",
          "ZmluZGluZ3MgOTk5OTk5OTk5OTkgMQ",
          "2026-11-24T00:00:00Z");

  @BeforeContainer
  static void seed() {
    SeededEstate.organisation("ZN1", "Nasty Trust");
    SeededEstate.scan(SeededEstate.domain("nasty.test"), 0, false);
  }

  @Property(tries = 1500)
  void noAddressMakesItOurFault(@ForAll("addresses") String address) throws IOException {
    assertNotOurFault("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n", "");
  }

  @Property(tries = 400)
  void noBodyMakesItOurFault(
      @ForAll("bodies") String body, @ForAll("types") String type, @ForAll boolean isReport)
      throws IOException {
    assertNotOurFault(
        "POST /api/v1/%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n"
            .formatted(isReport ? "dmarc-reports" : "scans", type),
        body);
  }

  @Property(tries = 400)
  void noHeaderMakesItOurFault(@ForAll("headers") String header) throws IOException {
    assertNotOurFault(
        "GET /api/v1/organisations?limit=1 HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n", "");
  }

  @Property(tries = 200)
  void noMethodMakesItOurFault(
      @ForAll("methods") String method, @ForAll("addresses") String address) throws IOException {
    assertNotOurFault(method + " " + address + " HTTP/1.1\r\nHost: localhost\r\n", "");
  }

  @Provide
  Arbitrary<String> addresses() {
    var pieces = pieces();
    var paths =
        Combinators.combine(Arbitraries.of(NOUNS), pieces.list().ofMaxSize(2))
            .as(
                (noun, rest) ->
                    "/api/v1/" + noun + rest.stream().map(r -> "/" + r).reduce("", String::concat));
    var queries =
        Combinators.combine(
                Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(9, Arbitraries.of(PARAMETERS)),
                    net.jqwik.api.Tuple.of(1, pieces)),
                pieces)
            .as((name, value) -> name + "=" + value)
            .list()
            .ofMaxSize(3);
    return Combinators.combine(paths, queries)
        .as((path, query) -> query.isEmpty() ? path : path + "?" + String.join("&", query));
  }

  @Provide
  Arbitrary<String> bodies() {
    var values =
        Arbitraries.of(
            "null",
            "1",
            "-1e400",
            "\"\"",
            "\"SITE\"",
            "\"nasty.test\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "true",
            "[[[[",
            "\"" + "x".repeat(5000) + "\"");
    var wishes =
        Combinators.combine(values, values)
            .as((kind, name) -> "{\"kind\":%s,\"name\":%s}".formatted(kind, name));
    return Arbitraries.oneOf(
        wishes,
        Arbitraries.strings().all().ofMaxLength(200),
        Arbitraries.strings().withChars("{}[]\",:0e-ntf\\u ").ofMaxLength(60),
        Arbitraries.of("[".repeat(50_000), "{\"a\":".repeat(20_000), "\uFEFF{}"));
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(
        "application/json",
        "application/json;charset=utf-16",
        "application/json;charset=none",
        "application/problem+json",
        "text/plain",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "nonsense",
        ";",
        "*/*",
        "");
  }

  @Provide
  Arbitrary<String> headers() {
    var names =
        Arbitraries.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "X-Request-ID",
            "Cookie",
            "Authorization",
            "Origin",
            "Content-Length",
            "Transfer-Encoding",
            "Expect",
            "Upgrade",
            "X-Forwarded-For",
            "Forwarded",
            "X-HTTP-Method-Override",
            "Content-Type",
            "Sec-Fetch-Site",
            "TE");
    var values =
        Arbitraries.oneOf(
            pieces(),
            Arbitraries.strings().ascii().ofMaxLength(80),
            Arbitraries.strings().all().ofMaxLength(20));
    return Combinators.combine(names, values)
        .as((name, value) -> name + ": " + value.replaceAll("[\r\n]", " "));
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of(
        "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "X");
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.oneOf(
        Arbitraries.of(NASTY),
        Arbitraries.strings().withCharRange('!', '~').ofMaxLength(30),
        Arbitraries.strings().numeric().ofMaxLength(25));
  }

  /// A connection that is closed without an answer is no fault either: what came was no HTTP.
  private static void assertNotOurFault(String head, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var length = body.isEmpty() ? "" : "Content-Length: " + bytes.length + "\r\n";
    try (var socket = new Socket("127.0.0.1", SERVICE.port())) {
      // only a request that announces more than it sends is waited for
      boolean announces = head.toLowerCase(Locale.ROOT).contains("content-length");
      socket.setSoTimeout(announces ? 1_000 : 20_000);
      var out = socket.getOutputStream();
      out.write((head + length + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(bytes);
      out.flush();
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).matches("|HTTP/1\\.[01] [1234][0-9]{2}");
    } catch (SocketTimeoutException e) {
      assertThat(head)
          .as("only a request that announces more than it sends is waited for")
          .containsIgnoringCase("content-length");
    }
  }
}
