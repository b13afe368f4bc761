package uk.nhs.estate.observation.page;

import java.util.List;
import java.util.Locale;

/// What a public body's website must say to its visitors, by law, and how links to it are worded in
/// English and Welsh.
public enum Statement {
  ACCESSIBILITY(
      List.of("accessibility", "accessible", "hygyrchedd"), List.of("accessib", "hygyrchedd")),
  PRIVACY(
      List.of(
          "privacy",
          "data protection",
          "fair processing",
          "how we use your information",
          "how we use your data",
          "your information",
          "preifatrwydd",
          "diogelu data"),
      List.of("privacy", "data-protection", "fair-processing", "gdpr", "preifatrwydd")),
  COOKIES(List.of("cookie", "cwcis", "cwci", "briwsion"), List.of("cookie", "cwci", "briwsion"));

  private final List<String> texts;
  private final List<String> addresses;

  Statement(List<String> texts, List<String> addresses) {
    this.texts = texts;
    this.addresses = addresses;
  }

  /// Whether a link seems to lead to it.
  boolean isMeantBy(Markup.Link link) {
    var text = link.text().toLowerCase(Locale.ROOT);
    var href = link.href().toLowerCase(Locale.ROOT);
    return texts.stream().anyMatch(text::contains) || addresses.stream().anyMatch(href::contains);
  }
}
