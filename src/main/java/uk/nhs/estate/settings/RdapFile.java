package uk.nhs.estate.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.stream.StreamSupport;
import uk.nhs.estate.register.RdapServices;
import uk.nhs.estate.register.Refusal;

/// `lists/rdap-bootstrap.json`: the bootstrap registry of RDAP in the format in which the IANA
/// publishes it (RFC 9224 §3).
final class RdapFile {
  static final String NAME = "lists/rdap-bootstrap.json";

  private RdapFile() {}

  /// Takes the services out of a file whose shape its schema has approved of. Where a service can
  /// be reached safely, it is (§3).
  ///
  /// @throws Refusal if an entry stands there twice
  static RdapServices services(JsonNode file) {
    var urls = new HashMap<String, String>();
    for (var service : file.path("services")) {
      var url =
          StreamSupport.stream(service.path(1).spliterator(), false)
              .map(JsonNode::textValue)
              .filter(one -> one.startsWith("https:"))
              .findFirst()
              .orElseGet(() -> service.path(1).path(0).textValue());
      for (var entry : service.path(0)) {
        if (urls.put(entry.textValue(), url) != null) {
          throw YamlFile.refused(NAME, "has two services for " + entry.textValue());
        }
      }
    }
    return new RdapServices(urls);
  }
}
