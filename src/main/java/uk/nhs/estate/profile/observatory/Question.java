package uk.nhs.estate.profile.observatory;

/// One of the Observatory's twelve tests, by its name there.
public enum Question {
  CONTENT_SECURITY_POLICY("content-security-policy", "Content Security Policy"),
  COOKIES("cookies", "Cookies"),
  EMBEDDER_POLICY("cross-origin-embedder-policy", "What the page may embed"),
  OPENER_POLICY("cross-origin-opener-policy", "Windows that opened the page"),
  RESOURCE_SHARING("cross-origin-resource-sharing", "What scripts of other sites may read"),
  REDIRECTION("redirection", "The way from http to https"),
  REFERRER_POLICY("referrer-policy", "What other sites are told of the address"),
  TRANSPORT_SECURITY("strict-transport-security", "Coming back over https only"),
  SUBRESOURCE_INTEGRITY("subresource-integrity", "Scripts from elsewhere"),
  CONTENT_TYPE_OPTIONS("x-content-type-options", "Guessing of content types"),
  FRAME_OPTIONS("x-frame-options", "Framing by other sites"),
  RESOURCE_POLICY("cross-origin-resource-policy", "Who may load the page as a part");

  private final String id;
  private final String words;

  Question(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /// As the Observatory calls it.
  public String id() {
    return id;
  }

  /// What it is about.
  public String words() {
    return words;
  }
}
