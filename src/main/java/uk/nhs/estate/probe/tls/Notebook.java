package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.TlsPosture.Oddity;
import uk.nhs.estate.observation.TlsPosture.Shown;
import uk.nhs.estate.observation.TlsPosture.Ticket;
import uk.nhs.estate.observation.TlsPosture.Tried;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.probe.tls.Reply.Chose;

/// What is seen on the way, whatever the hello was meant for: chains, keys, oddities, and what the
/// server takes up of all else that a hello offers.
final class Notebook {
  private static final int MOST_CHAINS = 16;

  /// A chain of so many octets is read no more than is needed.
  private static final int HEAVY = 16 * 1024;

  private static final int MOST_ODDITIES = 16;

  private record ChainOf(@Nullable String serverName, List<Part> chain) {}

  private record KeyIn(@Nullable Integer group, @Nullable Part prime, @Nullable Part generator) {}

  private static final class Values {
    final int version;
    final int suite;
    final Set<Part> seen = new HashSet<>();
    int times;

    Values(int version, int suite) {
      this.version = version;
      this.suite = suite;
    }
  }

  private final Map<ChainOf, Shown> chains = new LinkedHashMap<>();
  private final Map<KeyIn, Values> keys = new LinkedHashMap<>();
  private boolean isHeavy;
  private final Map<Integer, Ticket> tickets = new TreeMap<>();
  private final Set<Oddity> oddities = new LinkedHashSet<>();
  private final Map<Behaviour, Trial> behaviours = new EnumMap<>(Behaviour.class);

  /// Notes what came of something; that it was taken up once stands.
  synchronized void tried(Behaviour behaviour, Trial trial) {
    behaviours.merge(
        behaviour,
        trial,
        (before, now) -> before instanceof TakenUp || !isKnown(now) ? before : now);
  }

  /// Notes what is to be said of something that did not come up.
  synchronized void unlessTried(Behaviour behaviour, Trial trial) {
    behaviours.putIfAbsent(behaviour, trial);
  }

  private static boolean isKnown(Trial trial) {
    return switch (trial) {
      case TakenUp _, TurnedDown _ -> true;
      case Trial.Undecided _ -> false;
    };
  }

  synchronized void odd(Oddity oddity) {
    if (oddities.size() < MOST_ODDITIES) {
      oddities.add(oddity);
    }
  }

  /// Notes all that can be seen in a choice.
  synchronized void chose(ClientHello offer, @Nullable String serverName, Chose chose) {
    if (chose.oddity() != null) {
      odd(chose.oddity());
    }
    if (serverName != null) {
      boolean warned =
          chose.greeted().warnings().stream()
              .anyMatch(alert -> alert.description() == Message.Alert.UNRECOGNISED_NAME);
      tried(
          Behaviour.SERVER_NAME_WARNING,
          trial(warned, "a warning before the ServerHello", "no warning"));
    }
    isHeavy |= isHeavy(chose.greeted());
    if (chose.version() < TLS_1_3) {
      choseBefore13(offer, chose);
      shown(serverName, chose);
      keyOf(chose);
    }
  }

  /// Whether the answers are so large that they are better not read to the end.
  synchronized boolean isHeavy() {
    return isHeavy;
  }

  private static boolean isHeavy(Answer.Greeted greeted) {
    var cut = greeted.cut();
    var chain = greeted.certificates();
    return cut != null && cut.kind() == Obstacle.Kind.TOO_LARGE
        || chain != null && chain.stream().mapToInt(Part::size).sum() > HEAVY;
  }

  private void choseBefore13(ClientHello offer, Chose chose) {
    var hello = chose.greeted().hello();
    seen(offer, hello, Extension.RENEGOTIATION, Behaviour.SECURE_RENEGOTIATION);
    seen(offer, hello, Extension.EXTENDED_MASTER_SECRET, Behaviour.EXTENDED_MASTER_SECRET);
    seen(offer, hello, Extension.HEARTBEAT, Behaviour.HEARTBEAT);
    var suite = CipherSuite.of(chose.version(), chose.suite());
    if (suite.mode() == CipherSuite.Mode.CBC) { // not for others (RFC 7366 §3)
      seen(offer, hello, Extension.ENCRYPT_THEN_MAC, Behaviour.ENCRYPT_THEN_MAC);
    }
    if (offer.compressions().size() > 1) {
      tried(
          Behaviour.COMPRESSION,
          trial(hello.compression() != 0, "compression " + hello.compression(), "no compression"));
    }
    boolean isWhole = chose.greeted().cut() == null && chose.greeted().certificates() != null;
    if (isWhole || chose.greeted().asksForCertificate()) {
      tried(
          Behaviour.CLIENT_CERTIFICATE_REQUESTED,
          trial(
              chose.greeted().asksForCertificate(),
              "a CertificateRequest",
              "no CertificateRequest"));
    }
  }

  private void seen(ClientHello offer, ServerHello hello, int extension, Behaviour behaviour) {
    if (offer.extension(extension).isPresent()) {
      tried(
          behaviour,
          trial(
              hello.has(extension), "the extension is answered", "the extension is not answered"));
    }
  }

  static Trial trial(boolean taken, String yes, String no) {
    return taken ? new TakenUp(yes) : new TurnedDown(no);
  }

  private void shown(@Nullable String serverName, Chose chose) {
    var greeted = chose.greeted();
    var chain = greeted.certificates();
    if (chain == null || chain.isEmpty()) {
      return;
    }
    var scts = greeted.hello().extension(Extension.SCTS).map(its -> new Part(its.content()));
    var key = greeted.key();
    shown(
        new Shown(
            serverName,
            chose.version(),
            chose.suite(),
            key == null ? null : key.scheme(),
            chain,
            greeted.ocsp(),
            scts.orElse(null)));
  }

  /// Notes a chain that was shown, if it was not before.
  synchronized void shown(Shown shown) {
    if (chains.size() < MOST_CHAINS) {
      chains.putIfAbsent(new ChainOf(shown.serverName(), shown.chain()), shown);
    }
  }

  /// Notes a ticket that was handed out.
  synchronized void handedOut(Ticket ticket) {
    tickets.putIfAbsent(ticket.version(), ticket);
  }

  private void keyOf(Chose chose) {
    var key = chose.greeted().key();
    if (key == null) {
      return;
    }
    var values =
        keys.computeIfAbsent(
            new KeyIn(key.group(), key.prime(), key.generator()),
            _ -> new Values(chose.version(), chose.suite()));
    values.times++;
    values.seen.add(key.publicValue());
  }

  synchronized List<Shown> chains() {
    return List.copyOf(chains.values());
  }

  synchronized List<Ticket> tickets() {
    return List.copyOf(tickets.values());
  }

  synchronized List<Oddity> oddities() {
    return List.copyOf(oddities);
  }

  synchronized List<KeyShown> keys() {
    var all = new ArrayList<KeyShown>();
    keys.forEach(
        (in, its) ->
            all.add(
                new KeyShown(
                    its.version,
                    its.suite,
                    in.group(),
                    in.prime(),
                    in.generator(),
                    its.times,
                    its.times - its.seen.size())));
    return all;
  }

  synchronized List<Tried> behaviours() {
    var all = new ArrayList<Tried>();
    behaviours.forEach((behaviour, trial) -> all.add(new Tried(behaviour, trial)));
    return all;
  }
}
