package uk.nhs.estate.observation.posture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.certificate.Anchors;

/// Says in plain words what was seen of a site's TLS at each of its addresses, for a terminal and
/// for a page. Addresses that do the same are said once.
public final class TlsWords {
  private TlsWords() {}

  /// Addresses that do the same.
  ///
  /// @param addresses with their ports
  public record Alike(List<String> addresses, List<Block> blocks) {
    public Alike {
      addresses = List.copyOf(addresses);
      blocks = List.copyOf(blocks);
    }
  }

  /// Everything worth saying, the address that browsers come to first.
  ///
  /// @param anchors the roots that chains are held against; none to say nothing of that
  public static List<Alike> of(TlsFacts tls, @Nullable Anchors anchors) {
    var chains = new ChainWords(tls.seenAt(), anchors);
    if (tls.servers().isEmpty()) {
      return List.of(new Alike(List.of(tls.endpoint().toString()), of(tls.outcome())));
    }
    if (tls.servers().size() == 1) { // nothing to compare
      var only = tls.servers().getFirst();
      return List.of(new Alike(List.of(only.endpoint().toString()), of(only, chains)));
    }
    var alike = new LinkedHashMap<Object, List<TlsFacts.Server>>();
    for (var server : tls.servers()) {
      alike.computeIfAbsent(sameness(server), _ -> new ArrayList<>()).add(server);
    }
    return alike.values().stream()
        .map(
            servers ->
                new Alike(
                    servers.stream().map(server -> server.endpoint().toString()).toList(),
                    of(servers.getFirst(), chains)))
        .toList();
  }

  private static List<Block> of(TlsFacts.Server server, ChainWords chains) {
    return switch (server) {
      case TlsFacts.Unmet(_, var obstacle) ->
          List.of(
              new Block.Pairs(
                  "Handshake", List.of(new Block.Pair("Could not be met", obstacle.words()))));
      case TlsFacts.Met(_, var outcome, var posture) ->
          posture == null
              ? of(outcome)
              : Stream.concat(
                      Stream.of(PostureWords.outcome(outcome)),
                      PostureWords.of(posture, chains).stream())
                  .toList();
    };
  }

  private static List<Block> of(TlsFacts.Outcome outcome) {
    var blocks = new ArrayList<Block>();
    blocks.add(PostureWords.outcome(outcome));
    if (outcome instanceof TlsFacts.Completed completed) {
      blocks.addAll(ChainWords.of("Certificate", completed.chain()));
    }
    return blocks;
  }

  /// What makes servers the same: all but the address, and what differs at every look.
  private static Object sameness(TlsFacts.Server server) {
    return switch (server) {
      case TlsFacts.Unmet unmet -> unmet;
      case TlsFacts.Met(_, var outcome, var posture) ->
          posture == null ? List.of(outcome) : List.of(outcome, posture.steady());
    };
  }

  /// What differs between the addresses that were met; nothing if they do the same.
  public static Optional<Block.Table> differences(TlsFacts tls) {
    var met = new ArrayList<Compared>();
    for (var server : tls.servers()) {
      if (server instanceof TlsFacts.Met its && its.posture() != null) {
        met.add(new Compared(its.endpoint().address(), its.posture()));
      }
    }
    if (met.size() < 2) {
      return Optional.empty();
    }
    var rows = new ArrayList<List<String>>();
    for (int version : TlsPosture.VERSIONS.reversed()) {
      var name = PostureWords.version(version);
      compare(rows, name, met, its -> PostureWords.state(its.version(version)));
      compare(
          rows,
          "Cipher suites of " + name,
          met,
          its ->
              its.suites(version)
                  .map(list -> names(list.codes(), code -> PostureWords.suite(version, code)))
                  .orElse("None seen"));
    }
    for (int version : List.of(TlsPosture.TLS_1_3, TlsPosture.TLS_1_2)) {
      compare(
          rows,
          version == TlsPosture.TLS_1_3 ? "Groups in TLS 1.3" : "Groups up to TLS 1.2",
          met,
          its ->
              its.groups(version)
                  .map(list -> names(list.codes(), PostureWords::group))
                  .orElse("None seen"));
    }
    compare(rows, "Certificates", met, its -> ChainWords.leaves(its.chains()));
    for (var behaviour : TlsPosture.Behaviour.values()) {
      compare(
          rows,
          PostureWords.words(behaviour),
          met,
          its -> PostureWords.state(its.behaviour(behaviour)));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Table(
                "What differs between addresses",
                Stream.concat(Stream.of("What"), met.stream().map(Compared::address)).toList(),
                rows));
  }

  private record Compared(String address, TlsPosture posture) {}

  private static void compare(
      List<List<String>> rows,
      String name,
      List<Compared> met,
      Function<TlsPosture, String> words) {
    var cells = met.stream().map(one -> words.apply(one.posture())).toList();
    if (new LinkedHashSet<>(cells).size() > 1) {
      rows.add(Stream.concat(Stream.of(name), cells.stream()).toList());
    }
  }

  private static String names(List<Integer> codes, Function<Integer, String> name) {
    return codes.stream().map(name).collect(Collectors.joining(", "));
  }

  /// The names of all numbers that facts hold, for who reads the facts themselves.
  public static Names names(TlsFacts tls) {
    var postures =
        tls.servers().stream()
            .map(server -> server instanceof TlsFacts.Met met ? met.posture() : null)
            .filter(Objects::nonNull)
            .toList();
    var suites = new LinkedHashMap<Integer, String>();
    var groups = new LinkedHashMap<Integer, String>();
    for (var posture : postures) {
      for (var list : posture.suites()) {
        list.codes().forEach(code -> suites.put(code, PostureWords.suite(list.version(), code)));
      }
      for (var list : posture.groups()) {
        list.codes().forEach(code -> groups.put(code, PostureWords.group(code)));
      }
    }
    var versions = new LinkedHashMap<Integer, String>();
    TlsPosture.VERSIONS.forEach(code -> versions.put(code, PostureWords.version(code)));
    return new Names(versions, suites, groups);
  }

  /// Names by number.
  public record Names(
      Map<Integer, String> versions, Map<Integer, String> suites, Map<Integer, String> groups) {}
}
