package uk.nhs.estate.probe.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.TimeLimit;

/// Sends secrets of our own making with right and with wrong padding, and compares the answers
/// (RFC 5246 §7.4.7.1): if they differ, and do so every time, they tell who is right.
///
/// @param suites in which the client enciphers the secret with RSA
record Robot(Flaws flaws, List<Integer> suites) {
  private static final int PREMASTER = 48;
  private static final String SILENCE = "silence";

  /// The length of a Finished under AES-GCM.
  private static final int FINISHED = 40;

  /// What is put under the server's key.
  private enum Padding {
    RIGHT("right padding"),
    WRONG_BEGINNING("another block type"),
    EARLY_END("a secret that is too long"),
    NO_END("no end of the padding"),
    WRONG_VERSION("another version in the secret");

    private final String words;

    Padding(String words) {
      this.words = words;
    }
  }

  /// How far the client goes.
  private enum Flow {
    /// To a Finished, which is nonsense.
    FULL,
    /// To the enciphered secret only.
    SHORTENED
  }

  Trial look() throws IOException {
    for (var flow : Flow.values()) {
      var answers = answers(flow);
      if (flow == Flow.FULL && answers.values().stream().allMatch(SILENCE::equals)) {
        return new Undecided(new Obstacle(Kind.TIMED_OUT, "it says nothing to a Finished"));
      }
      if (new HashSet<>(answers.values()).size() > 1) {
        var again = answers(flow);
        return again.equals(answers) ? told(again) : confirmed(again, answers(flow));
      }
    }
    return same();
  }

  /// One of three rounds may have been upset by the network.
  private static Trial confirmed(Map<Padding, String> second, Map<Padding, String> third) {
    if (!second.equals(third)) {
      return new Undecided(
          new Obstacle(
              Kind.PROTOCOL_ERROR, "its answers differ, but not in the same way every time"));
    }
    return new HashSet<>(third.values()).size() > 1 ? told(third) : same();
  }

  private static Trial told(Map<Padding, String> answers) {
    return new TakenUp(difference(answers) + ", twice");
  }

  private static Trial same() {
    return new TurnedDown("the answers do not differ");
  }

  private static String difference(Map<Padding, String> answers) {
    var right = answers.getOrDefault(Padding.RIGHT, "");
    return answers.entrySet().stream()
        .filter(its -> !its.getValue().equals(right))
        .findFirst()
        .map(
            its ->
                "%s is answered by %s, right padding by %s"
                    .formatted(its.getKey().words, its.getValue(), right))
        .orElse("");
  }

  private Map<Padding, String> answers(Flow flow) throws IOException {
    var answers = new EnumMap<Padding, String>(Padding.class);
    for (var padding : Padding.values()) {
      answers.put(
          padding, flaws.visits().open((line, in) -> answer(line, in, padding, flow)));
    }
    return answers;
  }

  private String answer(Line line, InputStream in, Padding padding, Flow flow)
      throws IOException {
    long began = System.nanoTime();
    var greeted = flaws.greeted(line.getOutputStream(), in, suites);
    var patience = Flaws.patience(System.nanoTime() - began);
    var chain = greeted.certificates();
    var key = LeafKey.of(chain == null ? List.of() : chain).orElse(null);
    if (!(key instanceof RSAPublicKey rsa)) {
      throw new Malformed("no RSA key in the certificate");
    }
    var exchange =
        new Message.Handshake(
            Message.Handshake.CLIENT_KEY_EXCHANGE,
            new OctetWriter().vector16(enciphered(rsa, padding)).written());
    var said = flaws.record(Record.HANDSHAKE, exchange.octets());
    if (flow == Flow.FULL) {
      said =
          Octets.join(
              said,
              flaws.record(Record.CHANGE_CIPHER_SPEC, new byte[] {1}),
              flaws.record(Record.HANDSHAKE, ClientHello.randomOctets(FINISHED)));
    }
    line.limit(TimeLimit.of(patience), Flight.MOST);
    try {
      line.getOutputStream().write(said);
      return heard(new Messages(new WireRecords(in, Flight.MOST), Flight.MOST));
    } catch (SocketTimeoutException _) {
      return SILENCE;
    } catch (EOFException | SocketException _) {
      return "hanging up";
    }
  }

  private static String heard(Messages messages) throws IOException {
    return switch (messages.next()) {
      case null -> "hanging up";
      case Message.Alert(_, int description) -> Answers.alert(description);
      case Message.Handshake(int type, _) -> "handshake message " + type;
      case Message.Other(int type, _) -> "a record of type " + type;
    };
  }

  /// RFC 8017 §7.2.1, with something wrong.
  private byte[] enciphered(RSAPublicKey key, Padding padding) {
    int size = (key.getModulus().bitLength() + 7) / 8;
    var block = new byte[size];
    for (int at = 0; at < size; at++) {
      block[at] = (byte) (1 + (at * 37 + 11) % 255);
    }
    int end = size - PREMASTER - 1;
    block[0] = 0;
    block[1] = (byte) (padding == Padding.WRONG_BEGINNING ? 1 : 2);
    if (padding != Padding.NO_END) {
      block[padding == Padding.EARLY_END ? end - 4 : end] = 0;
    }
    int version = padding == Padding.WRONG_VERSION ? 0x0202 : flaws.version();
    block[end + 1] = (byte) (version >> 8);
    block[end + 2] = (byte) version;
    return KeyHalf.unsigned(
        new BigInteger(1, block).modPow(key.getPublicExponent(), key.getModulus()), size);
  }
}
