package uk.nhs.estate.web;

import uk.nhs.estate.observation.posture.Block;

/// Lays out what was seen in words that a terminal shows as well.
final class SeenBlocks {
  private SeenBlocks() {}

  /// @param where stands after the title, for a block of which there are several
  static SeenTopic.Block of(Block block, String where) {
    return switch (block) {
      case Block.Pairs(var title, var pairs) ->
          new SeenTopic.Pairs(title + where, pairs.stream().map(SeenBlocks::pair).toList());
      case Block.Table table -> table(table, where);
    };
  }

  static SeenTopic.Block table(Block.Table table, String where) {
    return new SeenTopic.Table(
        Visible.text(table.title() + where),
        table.columns(),
        table.rows().stream().map(row -> row.stream().map(Visible::of).toList()).toList());
  }

  static SeenTopic.Pair pair(Block.Pair pair) {
    return new SeenTopic.Pair(
        Visible.text(pair.name()),
        pair.when() == null ? Visible.lines(pair.values()) : When.at(pair.when()));
  }
}
