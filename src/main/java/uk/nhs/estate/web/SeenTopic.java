package uk.nhs.estate.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was seen of a topic, for people.
///
/// @param title what the look was about
/// @param obstacle what hid it, if something did
public record SeenTopic(String title, @Nullable String obstacle, List<Block> blocks) {

  /// A part of what was seen.
  public sealed interface Block {}

  /// Things with names.
  public record Pairs(String heading, List<Pair> pairs) implements Block {}

  /// A thing with its name.
  public record Pair(String name, Content value) {}

  /// A table; the first cell of a row is its heading.
  public record Table(String caption, List<String> columns, List<List<Content>> rows)
      implements Block {}

  /// Text as it was sent.
  ///
  /// @param note what else is known of it
  public record Sent(String heading, String note, String text) implements Block {}
}
