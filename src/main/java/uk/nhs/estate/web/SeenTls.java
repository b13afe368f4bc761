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
                SeenBlocks.pair(new Block.Pair("Browsers come to", tls.endpoint().toString())),
                SeenBlocks.pair(new Block.Pair("Name asked for", tls.serverName())))));
    TlsWords.differences(tls).map(table -> SeenBlocks.table(table, "")).ifPresent(blocks::add);
    var all = TlsWords.of(tls, null);
    for (var alike : all) {
      var where = all.size() == 1 ? "" : " (" + alike.addresses().getFirst() + ")";
      blocks.add(
          new SeenTopic.Pairs(
              alike.addresses().size() == 1 ? "Address" : "Addresses that do the same",
              List.of(SeenBlocks.pair(new Block.Pair("Address", alike.addresses())))));
      alike.blocks().forEach(block -> blocks.add(SeenBlocks.of(block, where)));
    }
    return blocks;
  }
}
