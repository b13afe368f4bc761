package uk.nhs.estate.observation.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One word of a source list, read by its grammar (CSP Level 3 §2.3.1).
public sealed interface CspSource {

  /// The word, with what has no case in lower case.
  String text();

  /// Everything that is fetched in one way, such as `https:`.
  ///
  /// @param name in lower case, without the colon
  record Scheme(String name) implements CspSource {
    @Override
    public String text() {
      return name + ":";
    }
  }

  /// A host, or all below a host, or with `*` all hosts.
  ///
  /// @param scheme in lower case; none if it does not say
  /// @param host `*`, or a name in lower case, maybe with `*.` before it
  /// @param port decimal digits or `*`; none if it does not say
  /// @param path begins with `/`, or is empty
  record Host(@Nullable String scheme, String host, @Nullable String port, String path)
      implements CspSource {
    @Override
    public String text() {
      return (scheme == null ? "" : scheme + "://")
          + host
          + (port == null ? "" : ":" + port)
          + path;
    }

    /// Whether it is `*` alone, which means all hosts and no other schemes (§6.7.2.8).
    public boolean isStar() {
      return host.equals("*") && scheme == null && port == null && path.isEmpty();
    }

    /// The name above all hosts that it lets in; none if it names one host, or lets in all.
    public @Nullable String wildcard() {
      return host.startsWith("*.") ? host.substring(2) : null;
    }

    /// An address that it lets in.
    ///
    /// @param self where the page is
    public CspUrl example(CspUrl self) {
      var name = wildcard() == null ? host.replace("*", "a.invalid") : "a." + wildcard();
      return new CspUrl(
          scheme == null ? self.scheme() : scheme,
          name,
          port == null || port.equals("*") ? -1 : CspUrl.number(port),
          path.isEmpty() ? "/" : path);
    }

    private boolean letsIn(CspUrl url, CspUrl self) {
      return (isStar() && (url.isHttp() || url.scheme().equals(self.scheme())))
          || (schemeCovers(scheme == null ? self.scheme() : scheme, url.scheme())
              && hostCovers(url.domain())
              && portCovers(url)
              && CspPath.covers(path, url.path()));
    }

    private boolean hostCovers(@Nullable String name) {
      return name != null
          && (host.equals("*")
              || (host.startsWith("*.") ? name.endsWith(host.substring(1)) : name.equals(host)));
    }

    /// Browsers, and §1.3 of the standard, take port 443 for port 80 made secure.
    private boolean portCovers(CspUrl url) {
      if (port == null) {
        return url.port() < 0;
      }
      int number = CspUrl.number(port);
      return port.equals("*")
          || number == url.realPort()
          || (number == 80 && url.realPort() == 443);
    }
  }

  /// A word that browsers know, in quotation marks. `'none'` is one here, though it counts only
  /// when it is alone.
  enum Keyword implements CspSource {
    NONE,
    SELF,
    UNSAFE_INLINE,
    UNSAFE_EVAL,
    STRICT_DYNAMIC,
    UNSAFE_HASHES,
    REPORT_SAMPLE,
    UNSAFE_ALLOW_REDIRECTS,
    WASM_UNSAFE_EVAL,
    TRUSTED_TYPES_EVAL,
    REPORT_SHA256,
    REPORT_SHA384,
    REPORT_SHA512,
    UNSAFE_WEBTRANSPORT_HASHES,
    /// Of speculation rules (HTML §8.1.5.4).
    INLINE_SPECULATION_RULES;

    static final Map<String, Keyword> BY_TEXT =
        Arrays.stream(values()).collect(Collectors.toMap(Keyword::text, Function.identity()));

    @Override
    public String text() {
      return "'" + word() + "'";
    }

    /// Without the quotation marks.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What an element must carry to be let in, `'nonce-…'`.
  record Nonce(String value) implements CspSource {
    private static final int BITS = 128;
    private static final int BITS_OF_A_CHARACTER = 6;

    /// Whether it cannot hold the 128 bits that a nonce should have (§7.1).
    public boolean isShort() {
      int end = value.indexOf('=');
      return (end < 0 ? value.length() : end) * BITS_OF_A_CHARACTER < BITS;
    }

    @Override
    public String text() {
      return "'nonce-" + value + "'";
    }
  }

  /// The digest of what is let in.
  ///
  /// @param algorithm in lower case, such as `sha256`
  /// @param value base64, of either kind
  record Hash(String algorithm, String value) implements CspSource {
    @Override
    public String text() {
      return "'" + algorithm + "-" + value + "'";
    }
  }

  /// A word that breaks the grammar: it lets nothing in.
  record Unknown(String text) implements CspSource {}

  /// Reads a word.
  static CspSource parse(String word) {
    return word.startsWith("'") ? CspGrammar.quoted(word) : CspGrammar.unquoted(word);
  }

  /// Whether it lets a URL in (§6.7.2.8), fetched without a redirect.
  ///
  /// @param self where the page is
  default boolean covers(CspUrl url, CspUrl self) {
    return switch (this) {
      case Scheme(var name) -> schemeCovers(name, url.scheme());
      case Host host -> host.letsIn(url, self);
      case Keyword keyword -> keyword == Keyword.SELF && isSelf(url, self);
      case Nonce _, Hash _, Unknown _ -> false;
    };
  }

  /// Whether it lets in something of every host, whoever has it.
  ///
  /// @param scheme how that would be fetched, such as `https`
  default boolean coversEveryHost(String scheme, CspUrl self) {
    return switch (this) {
      case Scheme(var name) -> schemeCovers(name, scheme);
      case Host host ->
          host.host().equals("*")
              && (host.isStar()
                  || schemeCovers(host.scheme() == null ? self.scheme() : host.scheme(), scheme));
      case Keyword _, Nonce _, Hash _, Unknown _ -> false;
    };
  }

  /// Whether a scheme in a policy means that of a URL, or a less secure one of its kind (§6.7.2.9).
  private static boolean schemeCovers(String said, String scheme) {
    return said.equals(scheme)
        || switch (said) {
          case "http", "wss" -> scheme.equals("https");
          case "ws" -> scheme.equals("wss") || scheme.equals("http") || scheme.equals("https");
          default -> false;
        };
  }

  /// Whether a URL is of the page's own origin, or of that made secure (§6.7.2.8, 4).
  private static boolean isSelf(CspUrl url, CspUrl self) {
    if (url.host() == null || !url.host().equals(self.host())) {
      return false;
    }
    boolean samePort = url.port() == self.port();
    return switch (url.scheme()) {
      case "https", "wss" -> samePort;
      case "http", "ws" -> samePort && self.scheme().equals("http");
      default -> samePort && url.scheme().equals(self.scheme());
    };
  }
}
