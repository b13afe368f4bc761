package uk.nhs.estate.observation.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What the markup of a page says to a browser, in the order in which it stands there.
///
/// @param url where the page was
/// @param base what relative addresses are resolved against (HTML §2.4.1)
/// @param whole whether all of the page was read
/// @param title the page's title; empty if it has none
/// @param language what the root element says is the language; empty if it says nothing
public record Markup(
    String url,
    String base,
    boolean whole,
    String title,
    String language,
    List<Meta> metas,
    List<Script> scripts) {

  public Markup {
    metas = List.copyOf(metas);
    scripts = List.copyOf(scripts);
  }

  /// A `meta` element.
  ///
  /// @param httpEquiv in lower case; empty if it has none
  /// @param name in lower case; empty if it has none
  /// @param inHead whether it is a child of the `head`, where alone a policy counts
  public record Meta(String httpEquiv, String name, String content, boolean inHead) {

    /// Whether it is meant as a content security policy, heeded or not.
    public boolean isPolicy() {
      return httpEquiv.startsWith("content-security-policy");
    }
  }

  /// A `script` element that browsers run: not those of a `template` or a `noscript`, and no data
  /// block.
  ///
  /// @param src as written; none for one whose text stands in the page
  /// @param type `classic`, `module`, `importmap` or `speculationrules` (HTML §4.12.1)
  /// @param text of one that stands in the page, its beginning; empty for others
  public record Script(
      @Nullable String src,
      String type,
      @Nullable String integrity,
      @Nullable String crossorigin,
      @Nullable String nonce,
      String text) {}

  /// Whether a `Content-Type` is that of HTML; one that is missing is sniffed, and taken for it.
  public static boolean isHtml(String contentType) {
    int end = contentType.indexOf(';');
    var type =
        (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return type.isEmpty() || type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  /// Reads a page as browsers do.
  ///
  /// @param bytes its content, or the beginning of it
  /// @param contentType as sent, for the character encoding
  /// @param cut whether there was more of it
  public static Markup read(byte[] bytes, String url, String contentType, boolean cut) {
    Document document;
    try {
      document = Jsoup.parse(new ByteArrayInputStream(bytes), null, url);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
    var metas = new ArrayList<Meta>();
    for (var meta : document.select("meta")) {
      metas.add(
          new Meta(
              meta.attr("http-equiv").strip().toLowerCase(Locale.ROOT),
              meta.attr("name").strip().toLowerCase(Locale.ROOT),
              meta.attr("content"),
              meta.parent() == document.head()));
    }
    var scripts = new ArrayList<Script>();
    for (var script : document.select("script")) {
      scripts.add(
          new Script(
              attribute(script, "src"),
              "classic",
              attribute(script, "integrity"),
              attribute(script, "crossorigin"),
              attribute(script, "nonce"),
              script.data()));
    }
    return new Markup(
        url, url, !cut, document.title(), document.select("html").attr("lang"), metas, scripts);
  }

  private static @Nullable String attribute(Element element, String name) {
    return element.hasAttr(name) ? element.attr(name) : null;
  }

  /// The same, line by line, without what differs at every look, such as nonces.
  public List<String> steady() {
    return List.of(title, language);
  }
}
