package uk.nhs.estate.probe.dns;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;

/// What one look at the DNS of a domain is about, and what it works with.
///
/// @param domain as text, without a dot at the end
/// @param name the same for the wire
/// @param isByResolver whether only the resolvers can be asked
record Scope(
    Tools tools, String domain, Name name, Depth depth, Quest quest, boolean isByResolver) {

  /// What every look works with.
  ///
  /// @param shared look-ups that many domains have in common
  record Tools(
      Dialler dialler,
      ScannerSettings.Dns settings,
      InstantSource clock,
      Fork fork,
      Zones zones,
      Authorities authorities,
      Resolver resolver,
      ServerBook servers,
      LookupBook shared) {}

  /// The same look, at what the resolvers tell.
  Scope byResolver() {
    return new Scope(tools, domain, name, depth, quest, true);
  }

  Instant now() {
    return tools.clock().instant();
  }

  Fork fork() {
    return tools.fork();
  }

  /// Begins to talk to a server about the domain.
  Talk talk(InetAddress address, Name server) {
    return new Talk(new Authority(tools.dialler(), tools.settings(), quest, address), name, server);
  }

  /// Asks side by side; names in the domain's own zone of its servers, when there are any.
  List<Lookup> lookups(List<Question> questions, @Nullable Zone own) {
    return fork()
        .map(
            questions.stream()
                .<Callable<Lookup>>map(question -> () -> lookup(question, own))
                .toList());
  }

  private Lookup lookup(Question question, @Nullable Zone own) {
    if (isByResolver) {
      return tools.resolver().ask(question);
    }
    return Asked.isIn(domain, question.name())
        ? tools.authorities().ask(question, own, quest)
        : tools.shared().find(question, shared -> tools.authorities().ask(shared, quest));
  }
}
