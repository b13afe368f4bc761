package uk.nhs.estate.practice;

/// One pretend host and what stands behind its HTTP and HTTPS ports.
public record PracticeSite(String host, Door http, Door https) {

  public PracticeSite http(Door other) {
    return new PracticeSite(host, other, https);
  }

  public PracticeSite https(Door other) {
    return new PracticeSite(host, http, other);
  }
}
