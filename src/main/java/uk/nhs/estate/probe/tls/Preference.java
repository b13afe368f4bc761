package uk.nhs.estate.probe.tls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import uk.nhs.estate.observation.TlsPosture.Order;

/// What was chosen out of what, and who decides it therefore.
final class Preference {
  private record Choice(List<Integer> offered, int chosen) {
    Choice {
      offered = List.copyOf(offered);
    }
  }

  private final List<Choice> choices = new ArrayList<>();
  private final SequencedSet<Integer> found = new LinkedHashSet<>();

  /// @param offered in this order
  /// @return whether it was not chosen before
  boolean saw(List<Integer> offered, int chosen) {
    choices.add(new Choice(offered, chosen));
    return found.add(chosen);
  }

  /// All that were chosen, in the order in which they were: the server's, if it decides.
  List<Integer> found() {
    return List.copyOf(found);
  }

  boolean has(int code) {
    return found.contains(code);
  }

  /// Whether more choices would tell more.
  boolean isOpen() {
    return found.size() > 1 && order() == Order.UNKNOWN;
  }

  /// Who decides. The client does if the first in its order that is known was always chosen, and
  /// the server if of two things that it knows it always chose the same.
  Order order() {
    if (found.size() == 1) {
      return Order.ONE;
    }
    boolean byClient = choices.stream().allMatch(this::isFirst);
    if (byClient && isSteady()) {
      return Order.UNKNOWN;
    }
    return byClient ? Order.CLIENT : Order.SERVER;
  }

  private boolean isFirst(Choice choice) {
    Optional<Integer> first = choice.offered().stream().filter(found::contains).findFirst();
    return first.isPresent() && first.get() == choice.chosen();
  }

  private boolean isSteady() {
    for (var one : choices) {
      for (var other : choices) {
        if (one.chosen() != other.chosen()
            && one.offered().contains(other.chosen())
            && other.offered().contains(one.chosen())) {
          return false;
        }
      }
    }
    return true;
  }
}
