package uk.nhs.estate.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.store.Estate;

/// What a list of targets is narrowed to.
///
/// @param name a part of the name
/// @param grade a letter, or `NONE`
/// @param organisation an ODS code
/// @param look a name of [Estate.Look]
public record TargetFilter(
    @Nullable String name,
    @Nullable String grade,
    @Nullable String organisation,
    @Nullable String look) {

  static final TargetFilter NONE = new TargetFilter(null, null, null, null);

  /// Reads what was asked.
  static TargetFilter of(
      @Nullable String name,
      @Nullable String grade,
      @Nullable String organisation,
      @Nullable String look) {
    var part = Address.text(name);
    var code = Address.text(organisation);
    return new TargetFilter(
        part == null ? null : part.toLowerCase(Locale.ROOT),
        "NONE".equalsIgnoreCase(grade) ? "NONE" : Address.oneOf(Grade.class, "grade", grade),
        code == null ? null : code.toUpperCase(Locale.ROOT),
        Address.oneOf(Estate.Look.class, "look", look));
  }

  Address address(String path) {
    return Address.of(path)
        .with("name", name)
        .with("grade", grade)
        .with("organisation", organisation)
        .with("look", look);
  }
}
