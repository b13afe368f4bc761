package uk.nhs.estate.register;

import java.util.List;

/// A service at which anybody can take a name that nobody has, so that an alias left behind hands
/// the site to a stranger.
///
/// @param name what people call it
/// @param aliases the names of its customers; a site that uses the service is an alias of one
/// @param proof what shows that a name is not taken
/// @param edgeCase whether the source says that the service lets it happen in some cases only
public record ClaimableService(
    String name, List<NamePattern> aliases, Proof proof, boolean edgeCase) {

  public ClaimableService {
    aliases = List.copyOf(aliases);
  }

  /// What shows that a name of the service is not taken.
  public sealed interface Proof {}

  /// The name itself does not exist in the DNS.
  public record NoSuchName() implements Proof {}

  /// The service answers over HTTP, and says so.
  ///
  /// @param texts pieces of its page, as it sends them; all of them must occur
  public record Answer(List<String> texts) implements Proof {
    public Answer {
      texts = List.copyOf(texts);
      if (texts.isEmpty()) {
        throw new IllegalArgumentException("An answer is known by a text");
      }
    }

    /// Whether a page is that answer.
    public boolean is(String page) {
      return texts.stream().allMatch(page::contains);
    }
  }

  /// Its name, with how sure the source is.
  public String words() {
    return edgeCase ? name + " (in some cases only)" : name;
  }

  /// Whether a name is one of the service's.
  public boolean has(String alias) {
    return aliases.stream().anyMatch(pattern -> pattern.matches(alias));
  }
}
