package uk.nhs.estate.observation.posture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of what is said. Its words hold text of the other side, to be escaped when shown.
public sealed interface Block {

  /// Things with names.
  record Pairs(String title, List<Pair> pairs) implements Block {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /// A thing with its name.
  ///
  /// @param values each of them stands on a line of its own
  /// @param when the moment that is the value; none if it is no moment
  record Pair(String name, List<String> values, @Nullable Instant when) {
    public Pair {
      values = List.copyOf(values);
    }

    public Pair(String name, List<String> values) {
      this(name, values, null);
    }

    public Pair(String name, String value) {
      this(name, List.of(value), null);
    }

    public Pair(String name, Instant when) {
      this(name, List.of(when.toString()), when);
    }
  }

  /// A table; the first cell of a row is its heading.
  record Table(String title, List<String> columns, List<List<String>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
