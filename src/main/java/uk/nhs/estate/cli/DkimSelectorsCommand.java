package uk.nhs.estate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.register.DkimSelector;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.DkimSelectors;
import uk.nhs.estate.store.FactsJson;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.Targets;

/// Shows and changes which DKIM selectors a domain has in use.
@Command(
    name = "dkim-selectors",
    description = {
      "Shows the DKIM selectors that a domain of the register has in use, and changes them.",
      "DKIM keys cannot be listed, only asked for by selector: every look at the domain asks for"
          + " these. Find them as s= in the DKIM-Signature header of mail that the domain sends."
    },
    footer = {
      "",
      "Examples:",
      "  estate dkim-selectors example.nhs.uk",
      "  estate dkim-selectors example.nhs.uk --add newsletter1 --remove old2019"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:the command line is not understood",
      "3:the domain is not in the register, or a selector is refused; nothing is changed",
      "5:the database cannot be used",
      "70:a fault of the program itself"
    },
    mixinStandardHelpOptions = true)
final class DkimSelectorsCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;

  @Parameters(paramLabel = "DOMAIN", description = "A domain of the register.")
  String name;

  @Option(names = "--add", paramLabel = "SELECTOR", description = "Register a selector.")
  List<String> add = List.of();

  @Option(
      names = "--remove",
      paramLabel = "SELECTOR",
      description = "Take a selector off the list; its history stays.")
  List<String> remove = List.of();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    var domain = new Domain(DomainName.parse(name));
    try (var service = Service.start(database.share(), config.read(), Map.of())) {
      var selectors =
          add.isEmpty() && remove.isEmpty()
              ? kept(service, domain)
              : service
                  .bean(Register.class)
                  .dkimSelectors(
                      domain, this::changed, System.getProperty("user.name", "command line"));
      print(domain, selectors);
    }
    return 0;
  }

  private static List<String> kept(Service service, Domain domain) {
    var target =
        service
            .bean(Targets.class)
            .find(domain.kind().name(), domain.name().ascii())
            .orElseThrow(() -> new Refusal("name", domain.name() + " is not in the register."));
    return service.bean(DkimSelectors.class).of(target.id());
  }

  private List<String> changed(List<String> before) {
    var after = new ArrayList<>(before);
    for (var given : remove) {
      if (!after.remove(DkimSelector.parse(given).text())) {
        throw new Refusal(
            "remove", Refusal.quote(given) + " is not registered, so it cannot be removed.");
      }
    }
    after.addAll(add);
    return after;
  }

  /// The same as JSON.
  record Registered(String name, List<String> selectors) {}

  private void print(Domain domain, List<String> selectors) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(FactsJson.write(new Registered(domain.name().ascii(), selectors)));
    } else if (selectors.isEmpty()) {
      out.println("No DKIM selector is registered for " + domain.name() + ".");
    } else {
      selectors.forEach(out::println);
    }
  }
}
