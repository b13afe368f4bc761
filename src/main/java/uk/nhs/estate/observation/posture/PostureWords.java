package uk.nhs.estate.observation.posture;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.observation.tls.TlsVersion;

/// Says in plain words what a server does with TLS offers.
final class PostureWords {
  private PostureWords() {}

  /// Everything worth saying of one server, in the order in which people ask.
  static List<Block> of(TlsPosture posture, ChainWords chains) {
    var blocks = new ArrayList<Block>();
    blocks.add(versions(posture));
    posture.suites().reversed().forEach(list -> blocks.add(suites(list)));
    posture.groups().reversed().forEach(list -> blocks.add(groups(list)));
    if (!posture.keys().isEmpty()) {
      blocks.add(keys(posture.keys()));
    }
    blocks.addAll(chains.of(posture.chains()));
    blocks.add(behaviours(posture));
    if (!posture.tickets().isEmpty()) {
      blocks.add(tickets(posture));
    }
    if (!posture.oddities().isEmpty()) {
      blocks.add(
          new Block.Table(
              "Answers that follow no offer",
              List.of("What", "Offered", "Answered"),
              posture.oddities().stream()
                  .map(odd -> List.of(words(odd.kind()), odd.offered(), odd.answered()))
                  .toList()));
    }
    return blocks;
  }

  private static Block versions(TlsPosture posture) {
    return new Block.Table(
        "Versions",
        List.of("Version", "Spoken", "Answer"),
        posture.versions().reversed().stream()
            .map(tried -> row(version(tried.version()), tried.trial()))
            .toList());
  }

  private static Block suites(Suites list) {
    return new Block.Table(
        "Cipher suites of " + version(list.version()) + order(list.order(), list.missing()),
        List.of("Name", "Name in OpenSSL", "Number"),
        list.codes().stream()
            .map(code -> CipherSuite.of(list.version(), code))
            .map(
                suite ->
                    List.of(suite.name(), suite.opensslName().orElse("none"), number(suite.code())))
            .toList());
  }

  private static Block groups(Groups list) {
    return new Block.Table(
        "Groups for key exchange "
            + (list.version() == TlsPosture.TLS_1_3 ? "in TLS 1.3" : "up to TLS 1.2")
            + order(list.order(), list.missing()),
        List.of("Name", "Number"),
        list.codes().stream().map(code -> List.of(group(code), number(code))).toList());
  }

  private static String order(Order order, @Nullable Obstacle missing) {
    var words =
        switch (order) {
          case SERVER -> "in the server's order";
          case CLIENT -> "the client's order counts";
          case ONE -> "no choice";
          case UNKNOWN -> "whose order counts could not be seen";
        };
    return ": "
        + words
        + (missing == null ? "" : "; the list may be incomplete: " + missing.words());
  }

  private static Block keys(List<KeyShown> keys) {
    return new Block.Table(
        "Public values sent to agree on keys",
        List.of("Group", "First sent in", "Sent", "Of them sent before"),
        keys.stream()
            .map(
                key ->
                    List.of(
                        where(key),
                        version(key.version()) + " with " + suite(key.version(), key.suite()),
                        times(key.times()),
                        times(key.repeated())))
            .toList());
  }

  private static String where(KeyShown key) {
    if (key.group() != null) {
      return group(key.group());
    }
    return key.prime() == null
        ? "Not told"
        : "A prime of its own, %d bits"
            .formatted(new BigInteger(1, key.prime().bytes()).bitLength());
  }

  private static String times(int count) {
    return count == 1 ? "once" : count == 0 ? "never" : count + " times";
  }

  private static Block behaviours(TlsPosture posture) {
    return new Block.Table(
        "Behaviour",
        List.of("What was tried", "Taken up", "Answer"),
        Stream.of(Behaviour.values())
            .map(behaviour -> row(words(behaviour), posture.behaviour(behaviour)))
            .toList());
  }

  private static Block tickets(TlsPosture posture) {
    return new Block.Table(
        "Session tickets",
        List.of("Version", "Lifetime", "Early data"),
        posture.tickets().stream()
            .map(
                ticket ->
                    List.of(
                        version(ticket.version()),
                        ticket.lifetimeSeconds() + " s",
                        ticket.earlyData() == 0 ? "none" : ticket.earlyData() + " bytes"))
            .toList());
  }

  private static List<String> row(String name, Trial trial) {
    return List.of(name, state(trial), answer(trial));
  }

  /// Yes, no, or that nobody knows.
  static String state(Trial trial) {
    return switch (trial) {
      case Trial.TakenUp _ -> "Yes";
      case Trial.TurnedDown _ -> "No";
      case Trial.Undecided _ -> "Could not see";
    };
  }

  private static String answer(Trial trial) {
    return switch (trial) {
      case Trial.TakenUp(var answer) -> answer;
      case Trial.TurnedDown(var answer) -> answer;
      case Trial.Undecided(var obstacle) -> obstacle.words();
    };
  }

  static String version(int version) {
    return TlsVersion.name(version);
  }

  static String suite(int version, int code) {
    return CipherSuite.of(version, code).name();
  }

  static String group(int code) {
    return NamedGroup.of(code).name();
  }

  static String number(int code) {
    return code > 0xffff ? "0x%06X".formatted(code) : "0x%04X".formatted(code);
  }

  private static String words(TlsPosture.Oddity.Kind kind) {
    return switch (kind) {
      case VERSION -> "Version";
      case SUITE -> "Cipher suite";
      case GROUP -> "Group";
      case OTHER -> "Something else";
    };
  }

  /// What was tried, so that "yes" says that the server takes it up.
  static String words(Behaviour behaviour) {
    return switch (behaviour) {
      case NO_SERVER_NAME -> "Answers when no server name (SNI) is sent";
      case SERVER_NAME_WARNING -> "Warns about the server name";
      case ALPN_H2 -> "HTTP/2 (ALPN)";
      case ALPN_HTTP_1_1 -> "HTTP/1.1 (ALPN)";
      case RESUMPTION_ID -> "Resumes a session by its id";
      case RESUMPTION_TICKET -> "Resumes a session by its ticket";
      case RESUMPTION_PSK -> "Resumes a session of TLS 1.3";
      case SECURE_RENEGOTIATION -> "Secure renegotiation";
      case CLIENT_RENEGOTIATION -> "Lets clients renegotiate";
      case COMPRESSION -> "Compression";
      case FALLBACK_SCSV -> "Turns away needless fallback to an older version";
      case EXTENDED_MASTER_SECRET -> "Extended master secret";
      case ENCRYPT_THEN_MAC -> "Encrypt-then-MAC";
      case HEARTBEAT -> "Heartbeat";
      case CLIENT_CERTIFICATE_REQUESTED -> "Asks for a certificate of the client";
      case CLIENT_CERTIFICATE_REQUIRED -> "Insists on a certificate of the client";
      case TOLERATES_TLS_1_3_HELLO -> "Bears an offer of TLS 1.3";
      case TOLERATES_LARGE_HELLO -> "Bears an offer of more than 511 bytes";
      case TOLERATES_MANY_SUITES -> "Bears more than 64 cipher suites";
      case TOLERATES_UNKNOWN_EXTENSIONS -> "Bears extensions that nobody knows";
      case TOLERATES_SERVER_NAME -> "Bears a server name";
      case HEARTBLEED -> "Heartbleed (CVE-2014-0160)";
      case CCS_INJECTION -> "Early ChangeCipherSpec (CVE-2014-0224)";
      case ROBOT -> "ROBOT";
      case TICKETBLEED -> "Ticketbleed (CVE-2016-9244)";
    };
  }

  /// How the handshake of a browser ended.
  static Block outcome(TlsFacts.Outcome outcome) {
    var pairs = new ArrayList<Block.Pair>();
    switch (outcome) {
      case TlsFacts.Completed(var version, var suite, var alpn, var chain) -> {
        pairs.add(new Block.Pair("Version", version));
        pairs.add(new Block.Pair("Cipher suite", suite));
        pairs.add(new Block.Pair("Protocol agreed", alpn == null ? "None (no ALPN)" : alpn));
        pairs.add(new Block.Pair("Certificates", ChainWords.sent(chain.size())));
      }
      case TlsFacts.Failed(var offered, var answer) ->
          pairs.add(
              new Block.Pair(
                  "Handshake",
                  "Refused: "
                      + answer
                      + (offered.isEmpty() ? "" : "; offered " + String.join(", ", offered))));
      case TlsFacts.NotTls(var answer) ->
          pairs.add(
              new Block.Pair("Handshake", "The server does not speak TLS. It sent: " + answer));
      case TlsFacts.NobodyListens _ ->
          pairs.add(new Block.Pair("Handshake", "Nobody answers on this port"));
    }
    return new Block.Pairs("Handshake", pairs);
  }
}
