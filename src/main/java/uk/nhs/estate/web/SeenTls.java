package uk.nhs.estate.web;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.posture.Block;
import uk.nhs.estate.observation.posture.TlsWords;

/// Lays out for people what each address of a site does with TLS.
final class SeenTls {
  private SeenTls() {}

  static List<SeenTopic.Block> blocks(TlsFacts tls) {
    var blocks = new ArrayList<SeenTopic.Block>();
    blocks.add(
        new SeenTopic.Pairs(
            "Looked at",
            List.of(
                pair(new Block.Pair("Browsers come to", tls.endpoint().toString())),
                pair(new Block.Pair("Name asked for", tls.serverName())))));
    TlsWords.differences(tls).map(table -> table(table, "")).ifPresent(blocks::add);
    var all = TlsWords.of(tls, null);
    for (var alike : all) {
      var where = all.size() == 1 ? "" : " (" + alike.addresses().getFirst() + ")";
      blocks.add(
          new SeenTopic.Pairs(
              alike.addresses().size() == 1 ? "Address" : "Addresses that do the same",
              List.of(pair(new Block.Pair("Address", alike.addresses())))));
      alike.blocks().forEach(block -> blocks.add(block(block, where)));
    }
    return blocks;
  }

  private static SeenTopic.Block block(Block block, String where) {
    return switch (block) {
      case Block.Pairs(var title, var pairs) ->
          new SeenTopic.Pairs(title + where, pairs.stream().map(SeenTls::pair).toList());
      case Block.Table table -> table(table, where);
    };
  }

  private static SeenTopic.Block table(Block.Table table, String where) {
    return new SeenTopic.Table(
        Visible.text(table.title() + where),
        table.columns(),
        table.rows().stream().map(row -> row.stream().map(Visible::of).toList()).toList());
  }

  private static SeenTopic.Pair pair(Block.Pair pair) {
    return new SeenTopic.Pair(
        pair.name(), pair.when() == null ? Visible.lines(pair.values()) : When.at(pair.when()));
  }
}
