package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.nhs.estate.observation.text.StructuredField.InnerList;
import uk.nhs.estate.observation.text.StructuredField.Item;
import uk.nhs.estate.observation.text.StructuredField.Member;

/// Which origins may use what a browser offers, by the `Permissions-Policy` fields (Permissions
/// Policy, "structured header serialization").
///
/// @param features who is said to use each feature, in order; browsers pass over those that they do
///     not know
public record PermissionsPolicy(Map<String, Member> features) {

  /// Reads them; empty when they are no dictionary, which browsers pass over as a whole.
  ///
  /// @param fields the values of all field lines
  public static Optional<PermissionsPolicy> parse(List<String> fields) {
    return StructuredField.dictionary(fields).map(PermissionsPolicy::new);
  }

  /// The features that every origin may use which the page frames.
  public List<String> openToAll() {
    return features.entrySet().stream()
        .filter(feature -> items(feature.getValue()).stream().anyMatch(item -> item.isToken("*")))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The features whose origins are written so that browsers pass over them.
  public List<String> notUnderstood() {
    return features.entrySet().stream()
        .filter(
            feature -> !items(feature.getValue()).stream().allMatch(PermissionsPolicy::isOrigin))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Item> items(Member member) {
    return switch (member) {
      case Item item -> List.of(item);
      case InnerList(var items, _) -> items;
    };
  }

  private static boolean isOrigin(Item item) {
    return item.isToken("*")
        || item.isToken("self")
        || item.value() instanceof StructuredField.Text;
  }
}
