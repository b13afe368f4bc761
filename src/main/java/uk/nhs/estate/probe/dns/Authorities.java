package uk.nhs.estate.probe.dns;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.probe.dnssec.Validation;
import uk.nhs.estate.probe.dnssec.ZoneKeys;

/// Looks names up at the servers that answer for them, following referrals and aliases, and
/// validates each answer.
final class Authorities {
  /// Referrals and aliases on the way to one answer.
  private static final int MOST_STEPS = 24;

  private final Zones zones;
  private final InstantSource clock;

  Authorities(Zones zones, InstantSource clock) {
    this.zones = zones;
    this.clock = clock;
  }

  Lookup ask(Question question, Quest quest) {
    return ask(question, null, quest);
  }

  /// @param own a zone whose servers are known already, for the names in it
  Lookup ask(Question question, @Nullable Zone own, Quest quest) {
    try {
      var name = Name.fromString(question.name(), Name.root);
      return new Way(name, Type.value(question.type()), own, quest).lookup(question);
    } catch (TextParseException _) { // too long for the DNS, or empty inside: it cannot be there
      return new Lookup(
          question.name(), question.type(), new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of()));
    }
  }

  /// The way to one answer.
  private final class Way {
    private final int type;
    private final @Nullable Zone own;
    private final Quest quest;
    private Name name;
    private final Answers answers;
    private @Nullable Security security;

    Way(Name name, int type, @Nullable Zone own, Quest quest) {
      this.name = name;
      this.type = type;
      this.own = own;
      this.quest = quest;
      this.answers = new Answers(name, type);
    }

    Lookup lookup(Question question) {
      var answer = walk();
      boolean told = !(answer instanceof Lookup.Unasked);
      return new Lookup(question.name(), question.type(), answer, told ? security : null);
    }

    private Lookup.Answer walk() {
      var zone = zone();
      for (int step = 0; step < MOST_STEPS; step++) {
        switch (zone) {
          case Zones.Cut.Hidden(var obstacle) -> {
            return new Lookup.Unasked(obstacle);
          }
          case Zones.Cut.Inside _ -> throw new IllegalStateException("a zone holds " + name);
          case Zones.Cut.Delegated(var at) -> {
            switch (zones.ask(at, Query.of(name, type), quest)) {
              case Zones.Answer.None(var obstacle) -> {
                return new Lookup.Unasked(obstacle);
              }
              case Zones.Answer.From(var heard, _) -> {
                var next = Zones.referral(heard, at, name);
                if (next != null) {
                  zone = zones.adopt(at, next, heard, quest, step);
                  continue;
                }
                var verdict = validated(at, heard);
                var deeper = skipped(at, verdict);
                if (deeper != null) {
                  zone = deeper;
                  continue;
                }
                switch (answers.by(at.name()).read(heard.message())) {
                  case Answers.Done(var answer) -> {
                    add(verdict);
                    return answer;
                  }
                  case Answers.AskFor(var target) -> {
                    add(verdict);
                    name = target;
                    zone = zone();
                  }
                  case Answers.Failed(var obstacle) -> {
                    return new Lookup.Unasked(obstacle);
                  }
                }
              }
            }
          }
        }
      }
      return new Lookup.Unasked(
          new Obstacle(Kind.PROTOCOL_ERROR, "more than " + MOST_STEPS + " steps to its answer"));
    }

    private Zones.Cut zone() {
      return own != null && name.subdomain(own.name())
          ? new Zones.Cut.Delegated(own)
          : zones.nearest(name, quest);
    }

    private Security validated(Zone at, Heard heard) {
      return Validation.answer(heard.message(), name, type, at.keys(), clock.instant());
    }

    /// The zone that really holds the name, when the server asked answers for it as well and so
    /// passed over the delegation: what it says then is not signed by the keys of the zone asked.
    private Zones.@Nullable Cut skipped(Zone at, Security verdict) {
      if (!(at.keys() instanceof ZoneKeys.Trusted) || at == own || !isStrange(verdict)) {
        return null;
      }
      return zones.holding(name, quest) instanceof Zones.Cut.Delegated(var deeper)
              && !deeper.name().equals(at.name())
          ? new Zones.Cut.Delegated(deeper)
          : null;
    }

    private static boolean isStrange(Security security) {
      return switch (security) {
        case Security.Secure _, Security.Insecure _ -> false;
        case Security.Bogus _ -> true;
        case Security.Unchecked(var obstacle) -> obstacle.kind() == Kind.OTHER_ZONE;
      };
    }

    /// An answer by way of several zones is as secure as the weakest of them.
    private void add(Security more) {
      if (security == null || rank(more) > rank(security)) {
        security = more;
      }
    }

    private static int rank(Security security) {
      return switch (security) {
        case Security.Secure _ -> 0;
        case Security.Insecure _ -> 1;
        case Security.Unchecked _ -> 2;
        case Security.Bogus _ -> 3;
      };
    }
  }
}
