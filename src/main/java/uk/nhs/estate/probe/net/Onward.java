package uk.nhs.estate.probe.net;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;

/// Where an answer sends its visitor (RFC 9110 §15.4, Fetch §4.4).
sealed interface Onward {
  Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  Pattern OTHER_SCHEME = Pattern.compile("(?i)(?!https?:)[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);

  String NO_ADDRESS = "it redirects to what is no address: ";

  /// Nowhere.
  record Stay() implements Onward {}

  /// To another address.
  record Go(HttpUrl url) implements Onward {}

  /// Where the scanner does not or cannot go.
  record Stuck(Obstacle obstacle) implements Onward {}

  static Onward from(HttpUrl url, Hop hop) {
    if (!REDIRECTS.contains(hop.status())) {
      return new Stay();
    }
    var locations = hop.values("Location").stream().distinct().toList();
    if (locations.isEmpty()) {
      return new Stay();
    }
    if (locations.size() > 1) {
      return stuck(Kind.PROTOCOL_ERROR, "it redirects to several places at once", "");
    }
    var location = locations.getFirst();
    if (OTHER_SCHEME.matcher(location.strip()).matches()) {
      return stuck(Kind.FORBIDDEN_ADDRESS, "it redirects to what is not the web: ", location);
    }
    var target = url.resolve(utf8(location));
    if (target == null) {
      return stuck(Kind.PROTOCOL_ERROR, NO_ADDRESS, location);
    }
    var next = target.newBuilder().username("").password("").fragment(null);
    if (!AddressText.endsInANumber(target.host())) {
      return new Go(next.build());
    }
    return AddressText.inUrl(target.host())
        .<Onward>map(address -> new Go(next.host(AddressText.of(address)).build()))
        .orElseGet(() -> stuck(Kind.PROTOCOL_ERROR, NO_ADDRESS, location));
  }

  private static Stuck stuck(Kind kind, String words, String location) {
    var octets = location.getBytes(StandardCharsets.ISO_8859_1);
    return new Stuck(new Obstacle(kind, words + Obstacles.printable(octets)));
  }

  /// Header values come as octets; servers that put a name outside ASCII there mean UTF-8.
  private static String utf8(String octets) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException _) {
      return octets;
    }
  }
}
