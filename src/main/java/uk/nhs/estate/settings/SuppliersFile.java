package uk.nhs.estate.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.NamePattern;
import uk.nhs.estate.register.Supplier;
import uk.nhs.estate.register.Supplier.Service;
import uk.nhs.estate.register.Suppliers;

/// `lists/suppliers.yml` as it is written.
record SuppliersFile(Map<String, Source> sources, List<Entry> suppliers) {

  static final String NAME = "lists/suppliers.yml";

  /// Where names were found.
  record Source(String title, String date, String licence) {}

  /// @param nhs whether it is part of the NHS
  /// @param sources keys of the sources that name its servers
  record Entry(
      String name,
      @Nullable Boolean nhs,
      @Nullable List<String> dns,
      @Nullable List<String> web,
      @Nullable List<String> mail,
      List<String> sources) {

    Supplier supplier() {
      var servers = new EnumMap<Service, List<NamePattern>>(Service.class);
      put(servers, Service.DNS, dns);
      put(servers, Service.WEB, web);
      put(servers, Service.MAIL, mail);
      return new Supplier(name, Boolean.TRUE.equals(nhs), servers);
    }

    private static void put(
        Map<Service, List<NamePattern>> servers, Service service, @Nullable List<String> names) {
      if (names != null) {
        servers.put(service, names.stream().map(NamePattern::new).toList());
      }
    }
  }

  Suppliers list() {
    for (var entry : suppliers) {
      for (var key : entry.sources()) {
        if (!sources.containsKey(key)) {
          throw YamlFile.refused(
              NAME,
              "suppliers: " + entry.name() + " names the source " + key + ", which is not there");
        }
      }
    }
    return new Suppliers(suppliers.stream().map(Entry::supplier).toList());
  }
}
