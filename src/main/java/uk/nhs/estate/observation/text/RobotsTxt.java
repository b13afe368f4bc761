package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the owner of a site asks of crawlers: a `robots.txt` file (RFC 9309).
///
/// Text is kept as octets, each one character: patterns are compared octet by octet (§2.2.2).
///
/// @param groups in the order of the file
/// @param sitemaps the addresses in `Sitemap` lines, which belong to no group (§2.2.4)
public record RobotsTxt(List<Group> groups, List<String> sitemaps) {

  /// The most of a file that is read, which is the least that crawlers must read (§2.5).
  public static final int MOST_OCTETS = 500 * 1024;

  private static final int MOST_SITEMAPS = 20;
  private static final int LONGEST_ADDRESS = 2_048;
  private static final long LONGEST_DELAY = Duration.ofHours(1).toSeconds();
  private static final String MARK = "\u00ef\u00bb\u00bf";
  private static final String EVERYBODY = "*";

  public RobotsTxt {
    groups = List.copyOf(groups);
    sitemaps = List.copyOf(sitemaps);
  }

  /// Rules for some crawlers (§2.2).
  ///
  /// @param agents product tokens in lower case, or `*`
  /// @param delay how long to wait between two requests; nothing in the standard, but a wish of
  ///     many
  public record Group(Set<String> agents, Set<Rule> rules, Optional<Duration> delay) {
    public Group {
      agents = Set.copyOf(agents);
      rules = Set.copyOf(rules);
    }
  }

  /// A path and what is below it (§2.2.2).
  ///
  /// @param pattern with its octets as [#comparable] has them
  public record Rule(boolean allows, RobotsPattern pattern) {}

  /// Reads a file, as far as it is read.
  ///
  /// @param cut whether there was more of it, so that the last line may lack its end
  public static RobotsTxt parse(byte[] file, boolean cut) {
    int size = Math.min(file.length, MOST_OCTETS);
    var text = new String(file, 0, size, ISO_8859_1);
    var reading = new Reading();
    boolean whole = !cut && size == file.length;
    for (int start = text.startsWith(MARK) ? MARK.length() : 0; start < size; ) {
      int end = lineEnd(text, start);
      if (end < size || whole) {
        reading.take(text.substring(start, end));
      }
      start = end + 1;
    }
    return reading.result();
  }

  /// One that asks nothing of anybody.
  public static RobotsTxt none() {
    return new RobotsTxt(List.of(), List.of());
  }

  /// What it asks of one crawler: all groups for it together, else those for everybody (§2.2.1).
  ///
  /// @param userAgent what the crawler calls itself; its product token stands at the beginning
  public Group of(String userAgent) {
    var token = token(userAgent);
    boolean named = groups.stream().anyMatch(group -> group.agents().contains(token));
    var agent = named ? token : EVERYBODY;
    var rules = new LinkedHashSet<Rule>();
    Optional<Duration> delay = Optional.empty();
    for (var group : groups) {
      if (group.agents().contains(agent)) {
        rules.addAll(group.rules());
        delay = delay.or(group::delay);
      }
    }
    return new Group(Set.of(agent), rules, delay);
  }

  /// Whether a crawler of that group may ask for an address on the site.
  ///
  /// @param pathAndQuery as in a request, such as `/search?q=a`
  public static boolean allows(Group group, String pathAndQuery) {
    var asked = RobotsPattern.comparable(pathAndQuery, false);
    if (asked.equals("/robots.txt")) {
      return true;
    }
    int allowed = -1;
    int forbidden = -1;
    for (var rule : group.rules()) {
      int octets = rule.pattern().octets();
      if (octets > (rule.allows() ? allowed : forbidden) && rule.pattern().matches(asked)) {
        allowed = rule.allows() ? octets : allowed;
        forbidden = rule.allows() ? forbidden : octets;
      }
    }
    return allowed >= forbidden;
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /// The letters, hyphens and low lines at the beginning: many write a version after them.
  private static String token(String agent) {
    int end = 0;
    while (end < agent.length() && isInTokens(agent.charAt(end))) {
      end++;
    }
    return agent.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isInTokens(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  }

  /// Takes line by line.
  private static final class Reading {
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> sitemaps = new LinkedHashSet<>();
    private Set<String> agents = new LinkedHashSet<>();
    private Set<Rule> rules = new LinkedHashSet<>();
    private Optional<Duration> delay = Optional.empty();
    private boolean isInGroup;
    private boolean hasRules;

    void take(String sent) {
      int comment = sent.indexOf('#');
      var line = comment < 0 ? sent : sent.substring(0, comment);
      int colon = line.indexOf(':');
      if (colon < 0) {
        return;
      }
      var value = CommaSeparated.trim(line.substring(colon + 1));
      switch (CommaSeparated.trim(line.substring(0, colon)).toLowerCase(Locale.ROOT)) {
        case "user-agent" -> agent(value);
        case "allow" -> rule(true, value);
        case "disallow" -> rule(false, value);
        case "crawl-delay" -> delay(value);
        case "sitemap" -> {
          if (!value.isEmpty()
              && value.length() <= LONGEST_ADDRESS
              && sitemaps.size() < MOST_SITEMAPS) {
            sitemaps.add(value);
          }
        }
        default -> {
          // nothing else may interfere with the groups (§2.2.4)
        }
      }
    }

    private void agent(String value) {
      if (hasRules) {
        endGroup();
      }
      isInGroup = true;
      var token = token(value);
      if (value.startsWith(EVERYBODY)) {
        agents.add(EVERYBODY);
      } else if (!token.isEmpty()) {
        agents.add(token);
      }
    }

    private void rule(boolean allows, String value) {
      if (!isInGroup) {
        return;
      }
      hasRules = true;
      if (!value.isEmpty()) {
        rules.add(new Rule(allows, RobotsPattern.of(value)));
      }
    }

    private void delay(String value) {
      int digits = 0;
      while (digits < value.length() && Character.isDigit(value.charAt(digits)) && digits < 5) {
        digits++;
      }
      if (isInGroup && delay.isEmpty() && digits > 0) {
        long seconds = Math.min(Long.parseLong(value.substring(0, digits)), LONGEST_DELAY);
        delay = Optional.of(Duration.ofSeconds(seconds));
      }
    }

    private void endGroup() {
      if (!agents.isEmpty()) {
        groups.add(new Group(agents, rules, delay));
      }
      agents = new LinkedHashSet<>();
      rules = new LinkedHashSet<>();
      delay = Optional.empty();
      hasRules = false;
    }

    RobotsTxt result() {
      endGroup();
      return new RobotsTxt(groups, List.copyOf(sitemaps));
    }
  }
}
