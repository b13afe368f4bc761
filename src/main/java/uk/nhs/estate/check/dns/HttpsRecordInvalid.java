package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.text.ServiceBinding;

/// Finds HTTPS records that browsers cannot use.
public record HttpsRecordInvalid() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.https-record-invalid",
          ADVISORY,
          "An HTTPS record contradicts itself",
          """
          Browsers pass such a record over, or lose time on it before they connect as if there \
          were none. Encrypted names and HTTP/3, which it was to bring, do not come.\
          """,
          "Correct the record, or remove it: the site works without.",
          "dig {name} HTTPS +short; dig www.{name} HTTPS +short",
          rfc(9460, "2.4"),
          rfc(9460, "7.1.1"),
          rfc(9460, "8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    if (dns.soa().provesThatTheNameDoesNotExist()) {
      return new Verdict.NotApplicable("the name does not exist");
    }
    var faults = new ArrayList<Fault>();
    var hidden = new ArrayList<String>();
    for (var lookup : dns.records("HTTPS")) {
      if (lookup.answer() instanceof Lookup.Unasked) {
        hidden.add(lookup.name());
      }
      var wrong = wrong(lookup);
      if (!wrong.isEmpty()) {
        faults.add(new Fault(lookup.name(), String.join("; ", wrong)));
      }
    }
    return dns.records("HTTPS").isEmpty()
        ? new Verdict.Unknown("nobody asked for HTTPS records")
        : Verdict.ofFaults(
            faults, hidden, "could not ask for the HTTPS records of " + String.join(", ", hidden));
  }

  private static List<String> wrong(Lookup lookup) {
    var bindings = lookup.data().stream().map(ServiceBinding::parse).toList();
    long aliases = bindings.stream().filter(ServiceBinding::isAlias).count();
    var set =
        aliases > 1
            ? Stream.of(aliases + " aliases, where there can be one")
            : Stream.of("an alias beside other records")
                .filter(_ -> aliases == 1 && bindings.size() > 1);
    return Stream.concat(set, bindings.stream().flatMap(one -> wrong(lookup.name(), one)))
        .distinct()
        .toList();
  }

  private static Stream<String> wrong(String owner, ServiceBinding binding) {
    return binding.isAlias() ? wrongAlias(owner, binding) : wrongService(binding);
  }

  private static Stream<String> wrongAlias(String owner, ServiceBinding alias) {
    return Stream.of(
            Asked.plain(alias.target()).equals(Asked.plain(owner)) ? "an alias of itself" : "",
            alias.parameters().isEmpty() ? "" : "an alias with parameters, which nobody reads")
        .filter(Predicate.not(String::isEmpty));
  }

  private static Stream<String> wrongService(ServiceBinding service) {
    var keys = service.parameters().stream().map(ServiceBinding.Parameter::key).toList();
    var mandatory = service.mandatory();
    return Stream.of(
            keys.stream()
                .filter(key -> Collections.frequency(keys, key) > 1)
                .map(key -> key + " given twice"),
            mandatory.stream()
                .filter(key -> !keys.contains(key))
                .map(key -> "mandatory names " + key + ", which is not there"),
            mandatory.stream()
                .filter(key -> key.equals("mandatory") || Collections.frequency(mandatory, key) > 1)
                .map(key -> "mandatory names " + key + (key.equals("mandatory") ? "" : " twice")),
            Stream.of("no-default-alpn without alpn")
                .filter(_ -> keys.contains("no-default-alpn") && !keys.contains("alpn")))
        .flatMap(one -> one);
  }
}
