package uk.nhs.estate.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Visit;

/// Visits over HTTP and what they met.
public final class Visits {
  private static final Endpoint ENDPOINT = new Endpoint("192.0.2.80", 443);

  private Visits() {}

  /// One answer.
  ///
  /// @param header field lines such as `Location: https://www.trust.nhs.uk/`
  public static Hop hop(String url, int status, String... header) {
    return new Hop(url, ENDPOINT, status, Stream.of(header).map(Visits::field).toList(), 12);
  }

  /// The same answer with other field lines of that name, or none.
  public static Hop with(Hop hop, String name, String... values) {
    var fields = new ArrayList<>(hop.fields());
    fields.removeIf(field -> field.name().equalsIgnoreCase(name));
    Stream.of(values).forEach(value -> fields.add(new Hop.Field(name, value)));
    return new Hop(hop.url(), hop.endpoint(), hop.status(), fields, hop.milliseconds());
  }

  public static Hop with(Hop hop, int status) {
    return new Hop(hop.url(), hop.endpoint(), status, hop.fields(), hop.milliseconds());
  }

  /// The same answer to another question.
  public static Hop from(String url, Hop hop) {
    return new Hop(url, hop.endpoint(), hop.status(), hop.fields(), hop.milliseconds());
  }

  /// The same visit at another address.
  public static Visit at(String address, Visit visit) {
    var hops =
        visit.hops().stream()
            .map(
                hop ->
                    new Hop(
                        hop.url(),
                        new Endpoint(address, hop.endpoint().port()),
                        hop.status(),
                        hop.fields(),
                        hop.milliseconds(),
                        hop.http(),
                        hop.tls()))
            .toList();
    return new Visit(visit.url(), hops, visit.end(), visit.body(), visit.bodyCut());
  }

  public static Visit answered(Hop... hops) {
    return new Visit(hops[0].url(), List.of(hops), new Visit.Answered(), null);
  }

  public static Visit answered(String body, Hop... hops) {
    return new Visit(
        hops[0].url(),
        List.of(hops),
        new Visit.Answered(),
        new Part(body.getBytes(StandardCharsets.UTF_8)));
  }

  public static Visit endless(Hop... hops) {
    return new Visit(hops[0].url(), List.of(hops), new Visit.Endless(), null);
  }

  public static Visit obstructed(String url, Hop... hops) {
    return new Visit(
        url,
        List.of(hops),
        new Visit.Obstructed(new Obstacle(Obstacle.Kind.TIMED_OUT, "5 s")),
        null);
  }

  public static Visit withoutAddress(String url) {
    return new Visit(
        url, List.of(), new Visit.Obstructed(new Obstacle(Obstacle.Kind.NO_ADDRESS)), null);
  }

  public static Visit nobodyListens(String url) {
    return new Visit(url, List.of(), new Visit.NobodyListens(), null);
  }

  private static Hop.Field field(String line) {
    int colon = line.indexOf(':');
    return new Hop.Field(line.substring(0, colon), line.substring(colon + 1).strip());
  }
}
