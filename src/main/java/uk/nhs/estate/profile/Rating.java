package uk.nhs.estate.profile;

import static uk.nhs.estate.observation.TlsPosture.SSL_2;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.CipherSuite.KeyExchange;
import uk.nhs.estate.observation.tls.CipherSuite.Mode;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.observation.tls.TlsVersion;
import uk.nhs.estate.profile.TlsGrade.Cap;
import uk.nhs.estate.profile.TlsGrade.Graded;
import uk.nhs.estate.profile.TlsGrade.Scores;

/// The rules of the rating guide for one server.
record Rating(TlsPosture posture, Hsts hsts) {
  /// As SSL Labs counts six months: 15,552,000 seconds.
  private static final Duration SIX_MONTHS = Duration.ofDays(180);

  private static final List<Flaw> FLAWS =
      List.of(
          new Flaw(Behaviour.HEARTBLEED, "Heartbleed"),
          new Flaw(Behaviour.CCS_INJECTION, "CCS injection"),
          new Flaw(Behaviour.ROBOT, "ROBOT"),
          new Flaw(Behaviour.TICKETBLEED, "Ticketbleed"));

  /// A flaw that lets others read along or in.
  private record Flaw(Behaviour behaviour, String name) {}

  /// A suite in a version.
  private record Offer(int version, CipherSuite suite) {}

  /// The letter for what was seen.
  Graded graded(String at, Trust trust) {
    var caps = new ArrayList<>(caps());
    trust.faults().forEach(caps::add);
    var scores = new Scores(protocol(), keyExchange(), cipher());
    var its = Letter.of(scores.total());
    for (var cap : caps) {
      its = its.worse(cap.letter());
    }
    var notes = new ArrayList<String>();
    if (its == Letter.A) {
      var missing = missingForAPlus();
      its = missing.isEmpty() ? Letter.A_PLUS : Letter.A;
      notes.addAll(missing);
    }
    FLAWS.stream()
        .filter(flaw -> posture.behaviour(flaw.behaviour) instanceof Trial.Undecided)
        .forEach(flaw -> notes.add(flaw.name + " was not tried"));
    var letter = its;
    for (var cap : trust.distrust().toList()) {
      letter = letter.worse(cap.letter());
      caps.add(cap);
    }
    caps.sort(Comparator.comparing(Cap::letter).reversed());
    return new Graded(at, letter, its, scores, caps, notes);
  }

  /// What was not seen and may make the letter worse. The known flaws are tried only where the
  /// owner agreed, and are left to the notes.
  List<String> hidden() {
    var hidden = new ArrayList<String>();
    for (int version : TlsPosture.VERSIONS) {
      var name = TlsVersion.name(version);
      if (posture.version(version) instanceof Trial.Undecided(var obstacle)) {
        hidden.add(name + ": " + obstacle.words());
      }
      if (posture.speaks(version) && posture.suites(version).isEmpty()) {
        hidden.add("the cipher suites of " + name);
      }
      posture
          .suites(version)
          .filter(list -> list.missing() != null)
          .ifPresent(_ -> hidden.add("some cipher suites of " + name));
    }
    if (leafStrength().isEmpty()) {
      hidden.add("its certificate");
    }
    if (speaksBefore13()) {
      if (posture.behaviour(Behaviour.SECURE_RENEGOTIATION) instanceof Trial.Undecided) {
        hidden.add("secure renegotiation");
      }
      if (posture.behaviour(Behaviour.COMPRESSION) instanceof Trial.Undecided) {
        hidden.add("compression");
      }
    }
    if (offers(it -> it.suite.keyExchange() == KeyExchange.DHE) && primes().findAny().isEmpty()) {
      hidden.add("its prime of Diffie-Hellman");
    }
    return hidden;
  }

  /// The middle of the best version and the worst (section "Protocol Support").
  private int protocol() {
    var scores =
        TlsPosture.VERSIONS.stream().filter(posture::speaks).mapToInt(Rating::protocol).toArray();
    return middle(scores);
  }

  private static int protocol(int version) {
    return switch (version) {
      case SSL_2 -> 0;
      case SSL_3 -> 80;
      case TLS_1_0 -> 90;
      case TLS_1_1 -> 95;
      default -> 100;
    };
  }

  /// That of the weakest key that a key exchange rests on (section "Key Exchange").
  private int keyExchange() {
    if (offers(it -> it.suite.isAnonymous())) {
      return 0;
    }
    var strengths = new ArrayList<Integer>();
    leafStrength().ifPresent(strengths::add);
    primes().forEach(strengths::add);
    Stream.of(TLS_1_2, TLS_1_3).flatMap(this::groupStrength).forEach(strengths::add);
    int least = strengths.stream().mapToInt(bits -> bits).min().orElse(0);
    int score = scoreOfKey(least);
    return offers(it -> it.suite.isExport()) ? Math.min(score, 40) : score;
  }

  private static int scoreOfKey(int bits) {
    if (bits < 512) {
      return bits == 0 ? 0 : 20;
    }
    if (bits < 1024) {
      return 40;
    }
    if (bits < 2048) {
      return 80;
    }
    return bits < 4096 ? 90 : 100;
  }

  /// The middle of the strongest cipher and the weakest (section "Cipher Strength").
  private int cipher() {
    return middle(offers().mapToInt(it -> scoreOfCipher(it.suite)).toArray());
  }

  private static int scoreOfCipher(CipherSuite suite) {
    if (suite.bits() == 0) {
      return 0;
    }
    if (suite.bits() >= 256) {
      return 100;
    }
    // the guide counts 3DES by the length of its key, 168 bits
    return suite.bits() >= 112 ? 80 : 20;
  }

  private static int middle(int[] scores) {
    return scores.length == 0
        ? 0
        : (IntStream.of(scores).min().orElse(0) + IntStream.of(scores).max().orElse(0)) / 2;
  }

  /// The rules of the section "Changes", by edition.
  private List<Cap> caps() {
    var caps = new ArrayList<Cap>();
    cap(caps, posture.speaks(SSL_2), Letter.F, "SSL 2.0", "2009c");
    cap(
        caps,
        speaksBefore13()
            && posture.behaviour(Behaviour.SECURE_RENEGOTIATION) instanceof Trial.TurnedDown
            && posture.behaviour(Behaviour.CLIENT_RENEGOTIATION) instanceof Trial.TakenUp,
        Letter.F,
        "insecure renegotiation",
        "2009c");
    cap(caps, least() < 1024, Letter.F, "a key of less than 1024 bits", "2009e");
    cap(caps, bestIs(SSL_3), Letter.F, "nothing better than SSL 3.0", "2009i");
    cap(caps, onlyRc4(), Letter.F, "nothing but RC4", "2009k");
    cap(caps, offers(it -> it.suite.isAnonymous()), Letter.F, "anonymous cipher suites", "Scoring");
    cap(
        caps,
        offers(it -> it.suite.isKnown() && it.suite.bits() < 112),
        Letter.F,
        "cipher suites of less than 112 bits",
        "weak suites");
    FLAWS.forEach(
        flaw ->
            cap(
                caps,
                posture.behaviour(flaw.behaviour) instanceof Trial.TakenUp,
                Letter.F,
                flaw.name,
                "known flaws"));
    cap(
        caps,
        offers(it -> it.version == SSL_3 && it.suite.mode() == Mode.CBC),
        Letter.C,
        "POODLE follows from CBC in SSL 3.0",
        "2009g");
    cap(
        caps,
        posture.behaviour(Behaviour.COMPRESSION) instanceof Trial.TakenUp,
        Letter.C,
        "CRIME follows from compression",
        "2009j");
    cap(
        caps,
        gives(TLS_1_1, suite -> suite.cipher().equals("RC4")),
        Letter.C,
        "RC4 given in TLS 1.1 or later",
        "2009j");
    cap(
        caps,
        gives(TLS_1_1, CipherSuite::hasShortBlocks),
        Letter.C,
        "SWEET32 follows from blocks of 64 bits given in TLS 1.1 or later",
        "January 2017");
    cap(
        caps,
        posture.version(TLS_1_2) instanceof Trial.TurnedDown
            && posture.version(TLS_1_3) instanceof Trial.TurnedDown,
        Letter.C,
        "neither TLS 1.2 nor TLS 1.3",
        "2009j");
    cap(caps, posture.speaks(SSL_3), Letter.B, "SSL 3.0", "2009h");
    cap(caps, offers(it -> it.suite.cipher().equals("RC4")), Letter.B, "RC4", "2009i");
    cap(caps, least() < 2048, Letter.B, "a key of less than 2048 bits", "2009e, 2009j");
    cap(
        caps,
        gives(TLS_1_2, suite -> !suite.isForwardSecret()),
        Letter.B,
        "no forward secrecy given",
        "March 2018");
    cap(
        caps,
        gives(TLS_1_2, suite -> !suite.isAead()),
        Letter.B,
        "no AEAD cipher suite given",
        "March 2018");
    cap(caps, posture.speaks(TLS_1_0), Letter.B, "TLS 1.0", "2009q");
    cap(caps, posture.speaks(TLS_1_1), Letter.B, "TLS 1.1", "2009q");
    cap(
        caps,
        speaksBefore13()
            && posture.behaviour(Behaviour.SECURE_RENEGOTIATION) instanceof Trial.TurnedDown,
        Letter.A_MINUS,
        "no secure renegotiation",
        "2009e");
    cap(
        caps,
        posture.version(TLS_1_3) instanceof Trial.TurnedDown,
        Letter.A_MINUS,
        "no TLS 1.3",
        "2009r");
    return caps;
  }

  private static void cap(
      List<Cap> caps, boolean applies, Letter letter, String reason, String clause) {
    if (applies) {
      caps.add(new Cap(letter, reason, clause));
    }
  }

  /// What an A lacks for an A+ (editions 2009e and 2009h).
  private List<String> missingForAPlus() {
    var missing = new ArrayList<String>();
    switch (hsts) {
      case Hsts.Unknown _ -> missing.add("A+ needs HSTS of six months, which was not looked at");
      case Hsts.Absent _ -> missing.add("A+ needs HSTS of six months");
      case Hsts.Asked(var maxAge) -> {
        if (maxAge.compareTo(SIX_MONTHS) < 0) {
          missing.add("A+ needs HSTS of six months, not of " + maxAge.toDays() + " days");
        }
      }
    }
    boolean severalVersions = TlsPosture.VERSIONS.stream().filter(posture::speaks).count() > 1;
    if (severalVersions && !(posture.behaviour(Behaviour.FALLBACK_SCSV) instanceof Trial.TakenUp)) {
      missing.add("A+ needs TLS_FALLBACK_SCSV");
    }
    return missing;
  }

  /// The strength of the weakest key, when one is known.
  private int least() {
    return Stream.concat(leafStrength().stream(), primes()).min(Integer::compare).orElse(4096);
  }

  private Optional<Integer> leafStrength() {
    return Leaf.of(posture).stream()
        .flatMap(leaf -> leaf.strength().stream())
        .min(Integer::compare);
  }

  /// The bits of every prime of Diffie-Hellman that was sent.
  private Stream<Integer> primes() {
    return posture.keys().stream().flatMap(key -> primeBits(key).stream());
  }

  private static Optional<Integer> primeBits(KeyShown key) {
    if (key.prime() != null) {
      return Optional.of(new BigInteger(1, key.prime().bytes()).bitLength());
    }
    return Optional.ofNullable(key.group())
        .map(NamedGroup::of)
        .filter(group -> group.kind() == NamedGroup.Kind.FINITE_FIELD)
        .map(NamedGroup::size);
  }

  /// The strength of the curve that clients are given: the first if the server decides, else the
  /// weakest.
  private Stream<Integer> groupStrength(int version) {
    return posture.groups(version).stream()
        .flatMap(
            list -> {
              var curves = list.codes().stream().map(NamedGroup::of).filter(Rating::isCurve);
              return (list.order() == Order.SERVER ? curves.limit(1) : curves)
                  .map(group -> Strength.ofCurve(2 * group.strength()));
            });
  }

  private static boolean isCurve(NamedGroup group) {
    return switch (group.kind()) {
      case CURVE, HYBRID, HYBRID_DRAFT, ML_KEM -> true;
      case FINITE_FIELD, EXPLICIT, UNKNOWN -> false;
    };
  }

  private Stream<Offer> offers() {
    return posture.suites().stream()
        .flatMap(
            list ->
                list.codes().stream()
                    .map(code -> new Offer(list.version(), CipherSuite.of(list.version(), code))))
        .filter(it -> it.suite.isKnown());
  }

  private boolean offers(Predicate<Offer> which) {
    return offers().anyMatch(which);
  }

  /// Whether suites were seen, and none of them is such.
  private boolean none(Predicate<CipherSuite> which) {
    return offers().findAny().isPresent() && !offers(it -> which.test(it.suite));
  }

  /// Whether that is what a browser of today is given, in a version from this one on: the guide
  /// does not mind what stands at the end of a list for others.
  private boolean gives(int least, Predicate<CipherSuite> which) {
    return TlsPosture.VERSIONS.stream()
        .filter(version -> version >= least)
        .flatMap(version -> given(version).stream())
        .anyMatch(which);
  }

  private Optional<CipherSuite> given(int version) {
    var usable =
        offers()
            .filter(it -> it.version == version && !it.suite.needsSharedSecret())
            .map(Offer::suite)
            .toList();
    boolean serverDecides =
        posture.suites(version).filter(list -> list.order() == Order.SERVER).isPresent();
    return serverDecides
        ? usable.stream().findFirst()
        : usable.stream().max(Comparator.comparing(Rating::liking));
  }

  /// How much browsers of today like a suite.
  private static int liking(CipherSuite suite) {
    return (suite.isAead() ? 8 : 0)
        + (suite.isForwardSecret() ? 4 : 0)
        + (suite.cipher().equals("AES") ? 2 : 0)
        + (suite.cipher().equals("RC4") || suite.hasShortBlocks() ? 0 : 1);
  }

  private boolean onlyRc4() {
    return none(suite -> !suite.cipher().equals("RC4"));
  }

  private boolean bestIs(int version) {
    return posture.speaks(version)
        && TlsPosture.VERSIONS.stream()
            .filter(later -> later > version)
            .allMatch(later -> posture.version(later) instanceof Trial.TurnedDown);
  }

  private boolean speaksBefore13() {
    return TlsPosture.VERSIONS.stream()
        .anyMatch(version -> version > SSL_2 && version < TLS_1_3 && posture.speaks(version));
  }
}
