package uk.nhs.estate.observation.certificate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Under which policies a path may be valid, when any will do (RFC 5280 §6.1.2 to §6.1.5).
///
/// Only the last row of the tree is kept, each policy once: whether there is a valid policy depends
/// on nothing else, and a tree may be made to grow without end (RFC 9618).
final class PolicyRules {
  private int explicit;
  private int mapping;
  private int any;

  /// What each valid policy is expected to be called next; none when no policy is valid.
  private @Nullable Map<String, Set<String>> valid = Map.of(Policies.ANY, Set.of(Policies.ANY));

  /// @param length how many certificates the path has, without the root
  PolicyRules(int length) {
    explicit = length + 1;
    mapping = length + 1;
    any = length + 1;
  }

  /// Takes in the next certificate (§6.1.3 (d) to (f)).
  ///
  /// @return whether the path may still be valid
  boolean enter(Certificate certificate, boolean isLast) {
    var ids = certificate.policies().ids();
    var before = valid;
    if (ids == null || before == null) {
      valid = null;
    } else {
      boolean anyCounts =
          ids.contains(Policies.ANY) && (any > 0 || (!isLast && certificate.isSelfIssued()));
      valid = next(before, ids, anyCounts);
    }
    return explicit > 0 || valid != null;
  }

  private static @Nullable Map<String, Set<String>> next(
      Map<String, Set<String>> before, Set<String> ids, boolean anyCounts) {
    var expected = new HashSet<String>();
    before.values().forEach(expected::addAll);
    var next = new HashMap<String, Set<String>>();
    for (var id : ids) {
      if (!id.equals(Policies.ANY) && (expected.contains(id) || before.containsKey(Policies.ANY))) {
        next.put(id, Set.of(id));
      }
    }
    if (anyCounts) {
      expected.forEach(id -> next.putIfAbsent(id, Set.of(id)));
    }
    return next.isEmpty() ? null : next;
  }

  /// Prepares for the certificate after this one (§6.1.4 (a), (b), (h) to (j)).
  ///
  /// @return whether the path may still be valid
  boolean leave(Certificate certificate) {
    var policies = certificate.policies();
    for (var one : policies.mappings()) {
      if (one.issuers().equals(Policies.ANY) || one.subjects().equals(Policies.ANY)) {
        return false;
      }
    }
    if (valid != null && !policies.mappings().isEmpty()) {
      valid = mapped(valid, policies);
    }
    if (!certificate.isSelfIssued()) {
      explicit = Math.max(0, explicit - 1);
      mapping = Math.max(0, mapping - 1);
      any = Math.max(0, any - 1);
    }
    explicit = smaller(explicit, policies.requireExplicit());
    mapping = smaller(mapping, policies.inhibitMapping());
    any = smaller(any, policies.inhibitAny());
    return true;
  }

  private @Nullable Map<String, Set<String>> mapped(
      Map<String, Set<String>> before, Policies policies) {
    var next = new HashMap<>(before);
    var called = new HashMap<String, Set<String>>();
    for (var one : policies.mappings()) {
      called.computeIfAbsent(one.issuers(), _ -> new HashSet<>()).add(one.subjects());
    }
    called.forEach(
        (id, names) -> {
          if (mapping == 0) {
            next.remove(id);
          } else if (before.containsKey(id) || before.containsKey(Policies.ANY)) {
            next.put(id, names);
          }
        });
    return next.isEmpty() ? null : next;
  }

  /// Whether the path is valid after its last certificate (§6.1.5 (a), (b) and (g)).
  boolean end(Certificate leaf) {
    explicit = Math.max(0, explicit - 1);
    var required = leaf.policies().requireExplicit();
    if (required != null && required == 0) {
      explicit = 0;
    }
    return explicit > 0 || valid != null;
  }

  private static int smaller(int one, @Nullable Integer other) {
    return other == null ? one : Math.min(one, other);
  }
}
