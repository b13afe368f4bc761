package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.TlsPosture.Oddity;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.observation.tls.TlsVersion;
import uk.nhs.estate.probe.tls.Answer.Greeted;

/// An answer, held against the offer that it answers.
sealed interface Reply {

  /// It chose from what was offered.
  ///
  /// @param group that was offered; none when it needs none, or took another
  /// @param oddity in which it does not follow the offer all the same
  record Chose(
      int version, int suite, @Nullable Integer group, Greeted greeted, @Nullable Oddity oddity)
      implements Reply {}

  /// It chose nothing.
  record Declined(Answer answer) implements Reply {
    /// In words.
    String how() {
      return answer.words();
    }

    /// Whether it said so as one who speaks TLS.
    boolean isByAlert() {
      return answer instanceof Answer.Alerted;
    }

    /// What it is if it is not known whether it speaks TLS at all.
    Obstacle obstacle() {
      return switch (answer) {
        case Answer.Silent _ -> new Obstacle(Kind.TIMED_OUT, how());
        case Answer.Closed _, Answer.Reset _ -> new Obstacle(Kind.CONNECTION_RESET, how());
        case Answer.Alerted _ -> new Obstacle(Kind.HANDSHAKE_REFUSED, how());
        case Greeted _,
            Answer.GreetedInSsl2 _,
            Answer.NotTls _,
            Answer.Illegal _,
            Answer.Unreached _,
            Answer.Unasked _ ->
            new Obstacle(Kind.PROTOCOL_ERROR, how());
      };
    }
  }

  /// It chose what was not offered.
  record Strayed(Oddity oddity) implements Reply {
    Obstacle obstacle() {
      return new Obstacle(
          Kind.PROTOCOL_ERROR,
          "it was offered %s and answered with %s".formatted(oddity.offered(), oddity.answered()));
    }
  }

  /// Nobody knows.
  record Unheard(Obstacle obstacle) implements Reply {}

  /// What leaves a list unfinished that ends with this; none if nothing does.
  default @Nullable Obstacle unfinished() {
    return switch (this) {
      case Chose _, Declined _ -> null;
      case Strayed strayed -> strayed.obstacle();
      case Unheard(var obstacle) -> obstacle;
    };
  }

  static Reply to(ClientHello offer, Answer answer) {
    return switch (answer) {
      case Greeted greeted -> {
        try {
          yield to(offer, greeted);
        } catch (Malformed e) {
          throw new IllegalStateException("it was read once before", e);
        }
      }
      case Answer.GreetedInSsl2 _ ->
          new Unheard(new Obstacle(Kind.PROTOCOL_ERROR, "it answered in SSL 2.0"));
      case Answer.Alerted _, Answer.Closed _, Answer.Reset _, Answer.Silent _, Answer.NotTls _ ->
          new Declined(answer);
      case Answer.Illegal(var how) -> new Unheard(new Obstacle(Kind.PROTOCOL_ERROR, how));
      case Answer.Unreached(var obstacle) -> new Unheard(obstacle);
      case Answer.Unasked(var obstacle) -> new Unheard(obstacle);
    };
  }

  private static Reply to(ClientHello offer, Greeted greeted) throws Malformed {
    var hello = greeted.hello();
    int version = hello.chosenVersion();
    if (!isOffered(offer, version)) {
      return new Strayed(
          new Oddity(Oddity.Kind.VERSION, versions(offer), TlsVersion.name(version)));
    }
    var suite = CipherSuite.of(version, hello.suite());
    if (!offer.suites().contains(hello.suite()) || suite.isKnown() && !suite.isOf(version)) {
      return new Strayed(
          new Oddity(
              Oddity.Kind.SUITE,
              "%d suites of %s".formatted(offer.suites().size(), TlsVersion.name(version)),
              suite.name()));
    }
    if (version < TLS_1_3 && !offer.compressions().contains(hello.compression())) {
      return new Strayed(
          new Oddity(
              Oddity.Kind.OTHER,
              "compression " + offer.compressions(),
              "compression " + hello.compression()));
    }
    var key = greeted.key();
    var group = version == TLS_1_3 ? hello.group() : key == null ? null : key.group();
    if (group != null
        && offer.extension(Extension.GROUPS).isPresent()
        && !offer.groups().contains(group)) {
      return new Chose(version, hello.suite(), null, greeted, strayGroup(offer, group));
    }
    return new Chose(version, hello.suite(), group, greeted, unasked(offer, hello));
  }

  private static boolean isOffered(ClientHello offer, int version) {
    var named = offer.versions();
    return named.isEmpty()
        ? version >= SSL_3 && version <= offer.version()
        : named.contains(version);
  }

  private static String versions(ClientHello offer) {
    return offer.versions().isEmpty()
        ? "up to " + TlsVersion.name(offer.version())
        : names(offer.versions());
  }

  private static String names(List<Integer> versions) {
    return versions.stream().map(TlsVersion::name).collect(Collectors.joining(", "));
  }

  private static Oddity strayGroup(ClientHello offer, int group) {
    return new Oddity(
        Oddity.Kind.GROUP,
        "%d groups".formatted(offer.groups().size()),
        NamedGroup.of(group).name());
  }

  /// A server may not extend what was not offered (RFC 8446 §4.2, RFC 5246 §7.4.1.4).
  private static @Nullable Oddity unasked(ClientHello offer, ServerHello hello) {
    return hello.extensions().stream()
        .filter(its -> offer.extension(its.type()).isEmpty())
        .filter(its -> !(hello.isRetry() && its.type() == Extension.COOKIE))
        .findFirst()
        .map(
            its ->
                new Oddity(
                    Oddity.Kind.OTHER,
                    "%d extensions".formatted(offer.extensions().size()),
                    "extension " + its.type()))
        .orElse(null);
  }
}
