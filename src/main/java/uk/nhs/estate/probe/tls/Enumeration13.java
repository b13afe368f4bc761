package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.probe.tls.Reply.Chose;

/// Finds the suites and the groups of TLS 1.3, each hello taking one of both off the offer: there,
/// the one has nothing to do with the other (RFC 8446 §4.1.1).
final class Enumeration13 {
  private final Dialogue dialogue;
  private final Preference suites = new Preference();
  private final Preference groups = new Preference();
  private boolean isReversed;
  private @Nullable Obstacle suitesMissing;
  private @Nullable Obstacle groupsMissing;

  Enumeration13(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /// Begins with an offer that was answered in TLS 1.3.
  Enumeration13 from(ClientHello offer, Chose chose) {
    take(offer, chose);
    boolean goesOn = true;
    while (goesOn && !left(Hellos.GROUPS_13, groups).isEmpty() && !hasAllCommon()) {
      goesOn =
          say(left(Hellos.SUITES_13, suites), left(Hellos.GROUPS_13, groups)) instanceof Chose its
              && its.group() != null;
      reverse();
    }
    suitesMissing =
        exhaust(suites, Hellos.SUITES_13, suitesLeft -> say(suitesLeft, Hellos.GROUPS_13));
    groupsMissing =
        exhaust(groups, Hellos.GROUPS_13, groupsLeft -> say(suites.found(), groupsLeft));
    reverse();
    settle();
    return this;
  }

  Suites suites() {
    return new Suites(TLS_1_3, suites.found(), suites.order(), suitesMissing);
  }

  Groups groups() {
    return new Groups(TLS_1_3, groups.found(), groups.order(), groupsMissing);
  }

  /// Hardly any server knows more.
  private boolean hasAllCommon() {
    return suites.found().containsAll(List.of(0x1301, 0x1302, 0x1303));
  }

  /// One hello with all in the opposite order tells who decides, where that is not clear yet.
  private void reverse() {
    if (!isReversed && (suites.isOpen() || groups.isOpen())) {
      isReversed = true;
      say(reversed(suites, Hellos.SUITES_13), reversed(groups, Hellos.GROUPS_13));
    }
  }

  /// What is known, and nothing else, offered both ways tells who decides for certain.
  private void settle() {
    if (suites.isOpen() || groups.isOpen()) {
      say(suites.found().reversed(), groups.found().reversed());
    }
    if (suites.isOpen() || groups.isOpen()) {
      say(suites.found(), groups.found());
    }
  }

  private static List<Integer> reversed(Preference list, List<Integer> all) {
    var left = left(all, list);
    return list.isOpen() || left.isEmpty() ? all.reversed() : left;
  }

  /// Asks until nothing new comes.
  ///
  /// @return what cut it short
  private @Nullable Obstacle exhaust(
      Preference list, List<Integer> all, Function<List<Integer>, Reply> asking) {
    while (!left(all, list).isEmpty()) {
      int before = list.found().size();
      var reply = asking.apply(left(all, list));
      if (!(reply instanceof Chose)) {
        return reply.unfinished();
      }
      if (list.found().size() == before) {
        return new Obstacle(Kind.PROTOCOL_ERROR, "it chooses what is not offered");
      }
      reverse();
    }
    return null;
  }

  private Reply say(List<Integer> offeredSuites, List<Integer> offeredGroups) {
    var offer = dialogue.hellos().tls13(offeredSuites, offeredGroups);
    var reply = dialogue.say(offer);
    if (reply instanceof Chose chose) {
      take(offer, chose);
    }
    return reply;
  }

  private void take(ClientHello offer, Chose chose) {
    suites.saw(only(offer.suites(), Hellos.SUITES_13), chose.suite());
    var group = chose.group();
    if (group != null) {
      groups.saw(only(offer.groups(), Hellos.GROUPS_13), group);
    }
  }

  private static List<Integer> only(List<Integer> offered, List<Integer> known) {
    return offered.stream().filter(known::contains).toList();
  }

  private static List<Integer> left(List<Integer> all, Preference found) {
    var left = new ArrayList<>(all);
    left.removeAll(found.found());
    return left;
  }
}
