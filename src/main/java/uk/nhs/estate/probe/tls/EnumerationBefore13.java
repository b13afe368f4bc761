package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.CipherSuite.Authentication;
import uk.nhs.estate.probe.tls.Flight.Extent;
import uk.nhs.estate.probe.tls.Reply.Chose;
import uk.nhs.estate.probe.tls.Reply.Declined;

/// Finds the suites of one version before TLS 1.3, and the groups, too.
///
/// A suite that was chosen is offered no more; a group only moves to the end. For with a group
/// gone, a server may have to pass over suites that it likes better: those on curves, and those
/// with a certificate on that curve (RFC 8422 §5.1.1).
final class EnumerationBefore13 {
  private final Dialogue dialogue;
  private final int version;
  private final Preference suites = new Preference();
  private final Preference groups = new Preference();
  private final Protocols protocols;
  private final List<Integer> liked;
  private boolean isReversed;
  private int portionsMet;
  private @Nullable Obstacle suitesMissing;
  private @Nullable Obstacle groupsMissing;

  /// @param liked what it likes in a higher version; offered in the opposite order here, it shows
  ///     at once whether it decides
  EnumerationBefore13(Dialogue dialogue, int version, Protocols protocols, List<Integer> liked) {
    this.liked = liked;
    this.dialogue = dialogue;
    this.version = version;
    this.protocols = protocols;
  }

  /// Begins with an offer that was answered in this version.
  EnumerationBefore13 from(ClientHello offer, Chose chose) {
    take(offer, chose);
    protocols.chosenFirst(offer, chose);
    for (var portion : dialogue.hellos().portions(version)) {
      int before = suites.found().size();
      suitesMissing = exhaust(portion);
      if (suitesMissing != null) {
        break;
      }
      portionsMet += suites.found().size() > before ? 1 : 0;
    }
    if (suites.isOpen()) { // what is known, the last found first, tells who decides for certain
      say(suites.found().reversed(), Hellos.CURVES);
    }
    if (protocols.isOpen()) {
      say(suites.found(), Hellos.CURVES);
    }
    return this;
  }

  /// Finds the groups that were not chosen on the way.
  EnumerationBefore13 andGroups() {
    if (suites.found().stream().anyMatch(this::isOnCurve)) {
      groupsMissing = exhaustGroups();
    }
    return this;
  }

  /// What came of several portions that were never offered together is in no order.
  Suites suites() {
    return new Suites(
        version, suites.found(), portionsMet > 1 ? Order.UNKNOWN : suites.order(), suitesMissing);
  }

  Groups groups() {
    return new Groups(TLS_1_2, groups.found(), groups.order(), groupsMissing);
  }

  private @Nullable Obstacle exhaust(List<Integer> offered) {
    var portion =
        Stream.concat(
                without(offered, liked).stream(),
                liked.reversed().stream().filter(offered::contains))
            .toList();
    for (var left = without(portion, suites.found());
        !left.isEmpty();
        left = without(portion, suites.found())) {
      var reply = say(left, rotated());
      if (!(reply instanceof Chose chose)) {
        return reply.unfinished();
      }
      if (chose.version() != version) {
        return null; // in a lower version there may be more
      }
      if (!isReversed && (suites.isOpen() || groups.isOpen())) {
        isReversed = true;
        say(
            suites.isOpen() ? portion.reversed() : orAll(without(portion, suites.found()), portion),
            groups.isOpen() ? Hellos.CURVES.reversed() : rotated());
      }
    }
    return null;
  }

  /// The curves that were not chosen yet, then those that were.
  private List<Integer> rotated() {
    return Stream.concat(without(Hellos.CURVES, groups.found()).stream(), groups.found().stream())
        .toList();
  }

  /// Asks for the curves that are left alone, with suites that need no certificate on a curve; and
  /// where there are none, with the known ones behind them.
  private @Nullable Obstacle exhaustGroups() {
    var onCurves = suites.found().stream().filter(this::isOnCurve).toList();
    var freely =
        onCurves.stream()
            .filter(code -> CipherSuite.of(version, code).authentication() != Authentication.ECDSA)
            .toList();
    for (var left = without(Hellos.CURVES, groups.found());
        !left.isEmpty();
        left = without(Hellos.CURVES, groups.found())) {
      int before = groups.found().size();
      var reply = sayWhole(freely.isEmpty() ? onCurves : freely, left);
      if (reply instanceof Declined && freely.isEmpty() && groups.order() != Order.CLIENT) {
        reply = sayWhole(onCurves, rotated());
      }
      if (!(reply instanceof Chose chose)) {
        return reply.unfinished();
      }
      if (groups.found().size() == before) {
        return hidden(chose);
      }
    }
    return null;
  }

  /// Why nothing new is seen in a choice, if it is not that there is nothing.
  private static @Nullable Obstacle hidden(Chose chose) {
    return chose.oddity() == null
        ? chose.greeted().cut()
        : new Obstacle(Kind.PROTOCOL_ERROR, "it chooses what is not offered");
  }

  private boolean isOnCurve(int code) {
    return switch (KeyExchange.kind(version, code)) {
      case CURVE, HINT_CURVE -> true;
      case PRIME, HINT_PRIME, OTHER -> false;
    };
  }

  private Reply say(List<Integer> offeredSuites, List<Integer> curves) {
    var offer = dialogue.hellos().upTo(version, offeredSuites, curves);
    return heard(offer, protocols.say(dialogue, offer));
  }

  private Reply sayWhole(List<Integer> offeredSuites, List<Integer> curves) {
    var offer = dialogue.hellos().upTo(version, offeredSuites, curves);
    return heard(offer, dialogue.say(offer, Extent.WHOLE));
  }

  private Reply heard(ClientHello offer, Reply reply) {
    if (reply instanceof Chose chose && chose.version() == version) {
      take(offer, chose);
    }
    return reply;
  }

  private void take(ClientHello offer, Chose chose) {
    suites.saw(offer.suites(), chose.suite());
    var group = chose.group();
    if (group != null && Hellos.CURVES.contains(group)) {
      groups.saw(offer.groups().isEmpty() ? List.of(group) : offer.groups(), group);
    }
  }

  private static List<Integer> orAll(List<Integer> left, List<Integer> all) {
    return left.isEmpty() ? all : left;
  }

  private static List<Integer> without(List<Integer> all, List<Integer> some) {
    var left = new ArrayList<>(all);
    left.removeAll(some);
    return left;
  }
}
