package uk.nhs.estate.probe.tls;

import static java.util.Comparator.comparing;
import static uk.nhs.estate.observation.TlsPosture.SSL_2;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Shown;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.TlsPosture.VersionTried;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.TlsVersion;
import uk.nhs.estate.probe.tls.Reply.Chose;
import uk.nhs.estate.probe.tls.Reply.Declined;
import uk.nhs.estate.probe.tls.Reply.Strayed;
import uk.nhs.estate.probe.tls.Reply.Unheard;

/// Finds out what a server speaks: its versions, and the suites and groups of each.
final class Survey {
  /// From here on, what takes turns with a server is worth doing side by side.
  private static final Duration FAR = Duration.ofMillis(5);

  /// So many of the suites that were found are enough for a hello that is to be answered.
  private static final int MOST_REPEATED = 40;

  private final Porter porter;
  private final Inquiry inquiry;
  private final Notebook notebook;
  private final Protocols protocols;
  private final @Nullable String serverName;
  private final SortedMap<Integer, Trial> versions = new ConcurrentSkipListMap<>();
  private final List<Suites> suites = new CopyOnWriteArrayList<>();
  private final List<Groups> groups = new CopyOnWriteArrayList<>();
  private volatile @Nullable Answer inSsl2;

  Survey(Porter porter, Notebook notebook, @Nullable String serverName) {
    this.porter = porter;
    this.inquiry = new Inquiry(porter);
    this.protocols = new Protocols(notebook);
    this.notebook = notebook;
    this.serverName = serverName;
  }

  /// Goes through all there is.
  Survey make() {
    var opening = Opening.with(inquiry, notebook, serverName);
    var trip = inquiry.roundTrip();
    porter.lookAhead(trip != null && trip.compareTo(FAR) >= 0);
    var dialogue = opening.dialogue();
    switch (opening.reply()) {
      case Unheard(var obstacle) -> {
        all(TlsPosture.VERSIONS, new Undecided(obstacle));
        return this;
      }
      case Strayed strayed -> {
        all(TlsPosture.VERSIONS, new Undecided(strayed.obstacle()));
        return this;
      }
      case Declined declined -> {
        oldOnes(dialogue, declined);
        return this;
      }
      case Chose chose when chose.version() == TLS_1_3 ->
          porter.sideBySide(
              () -> enumerate13(dialogue, opening.offer(), chose),
              () -> descend(dialogue, TLS_1_2),
              this::trySsl2);
      case Chose chose -> {
        all(between(chose.version(), TLS_1_3), new TurnedDown("it answered in " + name(chose)));
        porter.sideBySide(() -> enumerate(dialogue, opening.offer(), chose), this::trySsl2);
      }
    }
    lastly(dialogue);
    return this;
  }

  /// What is left once it is known what is spoken.
  private void lastly(Dialogue dialogue) {
    porter.lookAhead(false);
    porter.sideBySide(() -> nameless(dialogue), () -> fallback(dialogue));
    notebook.unlessTried(
        Behaviour.ENCRYPT_THEN_MAC, new TurnedDown("no suite was chosen that it is for"));
    var answer = inSsl2;
    boolean isCertain = serverName != null && !porter.wasCrowded() && !inquiry.wasInTrouble();
    if (answer != null && (isCertain || !Inquiry.isWordless(answer))) {
      note(answer);
    } else {
      ssl2();
    }
  }

  /// Asks in SSL 2.0 once only: whether a server that said nothing to it is still there is shown by
  /// what it says to later hellos.
  private void trySsl2() {
    inSsl2 = inquiry.tryInSsl2(Ssl2.SUITES);
  }

  private void enumerate13(Dialogue dialogue, ClientHello offer, Chose chose) {
    takenUp(chose);
    var lists = new Enumeration13(dialogue).from(offer, chose);
    suites.add(lists.suites());
    groups.add(lists.groups());
  }

  /// Nothing from TLS 1.0 on was agreed on: what is older may be.
  private void oldOnes(Dialogue dialogue, Declined declined) {
    descend(dialogue, SSL_3);
    ssl2();
    boolean speaksTls =
        declined.isByAlert() || versions.values().stream().anyMatch(TakenUp.class::isInstance);
    all(
        speaksTls ? between(SSL_3, TLS_1_3) : TlsPosture.VERSIONS,
        speaksTls ? new TurnedDown(declined.how()) : new Undecided(declined.obstacle()));
  }

  /// Offers a version and all below it, then what is below the one that was chosen.
  private void descend(Dialogue dialogue, int highest) {
    for (var portion : dialogue.hellos().portions(highest)) {
      var offer = dialogue.hellos().upTo(highest, portion, Hellos.CURVES);
      switch (dialogue.say(offer)) {
        case Chose chose -> {
          all(between(chose.version(), highest), new TurnedDown("it answered in " + name(chose)));
          enumerate(dialogue, offer, chose);
          return;
        }
        case Declined declined -> all(upTo(highest), new TurnedDown(declined.how()));
        case Strayed(var oddity) ->
            all(upTo(highest), new TurnedDown("it answered with " + oddity.answered()));
        case Unheard(var obstacle) -> {
          all(upTo(highest), new Undecided(obstacle));
          return;
        }
      }
    }
  }

  private void enumerate(Dialogue dialogue, ClientHello offer, Chose chose) {
    int version = chose.version();
    takenUp(chose);
    var lists = new EnumerationBefore13(dialogue, version, protocols, liked()).from(offer, chose);
    boolean isFirst = groups.stream().noneMatch(list -> list.version() == TLS_1_2);
    if (isFirst) {
      groups.add(lists.andGroups().groups());
    }
    suites.add(lists.suites());
    if (version > SSL_3) {
      descend(dialogue, version - 1);
    }
  }

  /// The suites of the versions above, where they were found.
  private List<Integer> liked() {
    return suites.stream()
        .filter(list -> list.version() != TLS_1_3)
        .findFirst()
        .map(Suites::codes)
        .orElse(List.of());
  }

  private void takenUp(Chose chose) {
    var suite = CipherSuite.of(chose.version(), chose.suite());
    versions.put(chose.version(), new TakenUp(suite.name()));
  }

  private void ssl2() {
    note(inquiry.askInSsl2(Ssl2.SUITES));
  }

  private void note(Answer answer) {
    switch (answer) {
      case Answer.GreetedInSsl2(var hello) -> {
        versions.put(
            SSL_2, new TakenUp("a SERVER-HELLO with %d suites".formatted(hello.suites().size())));
        suites.add(new Suites(SSL_2, hello.suites(), Order.CLIENT, null));
        if (hello.certificate().length > 0 && !hello.suites().isEmpty()) {
          notebook.shown(
              new Shown(
                  null,
                  SSL_2,
                  hello.suites().getFirst(),
                  null,
                  List.of(new Part(hello.certificate())),
                  null,
                  null));
        }
      }
      case Answer.Unasked(var obstacle) -> versions.put(SSL_2, new Undecided(obstacle));
      case Answer.Unreached(var obstacle) -> versions.put(SSL_2, new Undecided(obstacle));
      case Answer.Greeted _,
          Answer.Alerted _,
          Answer.Closed _,
          Answer.Reset _,
          Answer.Silent _,
          Answer.NotTls _,
          Answer.Illegal _ ->
          versions.put(SSL_2, new TurnedDown(answer.words()));
    }
  }

  /// What comes when the server is not told which name is meant.
  private void nameless(Dialogue dialogue) {
    if (serverName == null) {
      return;
    }
    var hellos = new Hellos(null, dialogue.hellos().manner());
    notebook.tried(
        Behaviour.NO_SERVER_NAME, trial(dialogue.with(hellos).say(hello(hellos, highest()))));
  }

  /// Claims that a better version has failed before (RFC 7507 §3).
  private void fallback(Dialogue dialogue) {
    var spoken = spoken();
    if (spoken.size() < 2) {
      notebook.tried(Behaviour.FALLBACK_SCSV, new TakenUp("it speaks no version to fall back to"));
      return;
    }
    int lower = spoken.get(1);
    var hello = hello(dialogue.hellos(), lower);
    var suitesAndClaim =
        Stream.concat(hello.suites().stream(), Stream.of(ClientHello.FALLBACK_SCSV)).toList();
    var trial = trial(dialogue.say(hello.suites(suitesAndClaim)));
    notebook.tried(
        Behaviour.FALLBACK_SCSV,
        switch (trial) {
          case TakenUp(var answer) -> new TurnedDown(answer);
          case TurnedDown(var answer) -> new TakenUp(answer);
          case Undecided undecided -> undecided;
        });
  }

  /// A hello that is known to be answered in a version.
  private ClientHello hello(Hellos hellos, int version) {
    var known =
        suites.stream()
            .filter(list -> list.version() == version)
            .flatMap(list -> list.codes().stream())
            .limit(MOST_REPEATED)
            .toList();
    return version == TLS_1_3
        ? hellos.tls13(known, Hellos.GROUPS_13)
        : hellos.upTo(version, known, Hellos.CURVES);
  }

  private static Trial trial(Reply reply) {
    return switch (reply) {
      case Chose chose -> new TakenUp("it answered in " + name(chose));
      case Declined declined -> new TurnedDown(declined.how());
      case Strayed strayed -> new Undecided(strayed.obstacle());
      case Unheard(var obstacle) -> new Undecided(obstacle);
    };
  }

  /// The versions from SSL 3.0 on that it speaks, the highest first.
  private List<Integer> spoken() {
    return TlsPosture.VERSIONS.reversed().stream()
        .filter(version -> version != SSL_2 && versions.get(version) instanceof TakenUp)
        .toList();
  }

  private int highest() {
    return spoken().contains(TLS_1_2) ? TLS_1_2 : spoken().getFirst();
  }

  private void all(List<Integer> some, Trial trial) {
    some.forEach(version -> versions.put(version, trial));
  }

  /// The versions above one, up to another.
  private static List<Integer> between(int above, int upTo) {
    return TlsPosture.VERSIONS.stream().filter(v -> v > above && v <= upTo).toList();
  }

  private static List<Integer> upTo(int highest) {
    return between(SSL_2, highest);
  }

  private static String name(Chose chose) {
    return TlsVersion.name(chose.version());
  }

  List<VersionTried> versions() {
    return TlsPosture.VERSIONS.stream()
        .map(
            version ->
                new VersionTried(
                    version,
                    versions.getOrDefault(
                        version, new Undecided(new Obstacle(Kind.SCANNER_FAULT, "nobody tried")))))
        .toList();
  }

  /// The lowest version first.
  List<Suites> suites() {
    return suites.stream().sorted(comparing(Suites::version)).toList();
  }

  /// The lowest version first.
  List<Groups> groups() {
    return groups.stream().sorted(comparing(Groups::version)).toList();
  }
}
