package uk.nhs.estate.observation.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.text.WebAddress;

/// What the markup of a page says to a browser that runs scripts, in the order in which it stands
/// there. What a `template` or a `noscript` holds is not said to it.
///
/// Addresses are as written; [#resolve] says where they lead.
///
/// @param url where the page was
/// @param base what relative addresses are resolved against (HTML §2.4.1)
/// @param whole whether all of the page was read
/// @param left how many things are left out of the lists below, since there were too many
/// @param title the page's title; empty if it has none
/// @param language what the root element says is the language; empty if it says nothing
/// @param words the beginning of the text that visitors see
/// @param resources what else the page loads
/// @param links where it leads
/// @param remarks the beginnings of its comments
/// @param handlers how many attributes run scripts at an event, such as `onclick`
/// @param passwords how many fields ask for a password, in forms or out of them
public record Markup(
    String url,
    String base,
    boolean whole,
    int left,
    String title,
    String language,
    String words,
    List<Meta> metas,
    List<Script> scripts,
    List<Resource> resources,
    List<Form> forms,
    List<Link> links,
    List<String> remarks,
    int handlers,
    int passwords) {

  /// Names of `meta` elements that something is judged by.
  private static final Set<String> JUDGED = Set.of("generator", "referrer");

  public Markup {
    metas = List.copyOf(metas);
    scripts = List.copyOf(scripts);
    resources = List.copyOf(resources);
    forms = List.copyOf(forms);
    links = List.copyOf(links);
    remarks = List.copyOf(remarks);
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

  /// A `script` element that browsers run, and no data block.
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

  /// Something else that browsers load with the page.
  ///
  /// @param address as written; of a `data:` address only the beginning
  /// @param inStyles whether it stands in CSS, where it cannot have attributes
  public record Resource(
      Kind kind,
      String address,
      boolean inStyles,
      @Nullable String integrity,
      @Nullable String crossorigin,
      @Nullable String nonce) {

    /// What it is to the page.
    public enum Kind {
      STYLESHEET,
      /// An image with one address.
      IMAGE,
      /// An image of a `srcset` or a `picture`, which browsers treat more strictly.
      IMAGE_SET,
      /// Video or sound.
      MEDIA,
      TRACK,
      FONT,
      /// Another page, in a frame.
      FRAME,
      /// What `object` and `embed` load.
      OBJECT,
      MANIFEST,
      /// A script of type `module` that is loaded before it is needed.
      MODULE_PRELOAD,
      /// Anything else that is loaded before it is needed.
      PRELOAD
    }
  }

  /// A form.
  ///
  /// @param action as written; empty for one that posts to the page itself
  /// @param method `get`, `post` or `dialog`
  /// @param password whether it asks for a password
  /// @param otherActions those that its buttons have instead
  public record Form(String action, String method, boolean password, List<String> otherActions) {
    public Form {
      otherActions = List.copyOf(otherActions);
    }
  }

  /// A link.
  ///
  /// @param text what visitors see or hear of it
  /// @param nofollow whether its author does not vouch for where it leads (HTML §4.6.7.10)
  public record Link(String href, String text, boolean nofollow) {

    /// One that its author vouches for.
    public Link(String href, String text) {
      this(href, text, false);
    }
  }

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
    return new MarkupReader(url, !cut, PageEncoding.decode(bytes, contentType)).read();
  }

  /// Where an address in the page leads; empty where browsers would make nothing of it.
  public Optional<WebAddress> resolve(String address) {
    return WebAddress.parse(base).flatMap(from -> from.resolve(address));
  }

  /// Whether everything that the page says is here.
  public boolean isComplete() {
    return whole && left == 0;
  }

  /// The programs that say they made the page.
  public List<String> generators() {
    return metas.stream()
        .filter(meta -> meta.name().equals("generator"))
        .map(Meta::content)
        .toList();
  }

  /// Whether a link seems to lead to what a public body must say.
  public boolean linksTo(Statement statement) {
    return links.stream().anyMatch(statement::isMeantBy);
  }

  /// What checks judge of it, line by line, without what differs at every look: nonces, tokens, the
  /// queries of addresses, and what is only shown.
  public List<String> steady() {
    var lines = new LinkedHashSet<String>();
    lines.add("title " + title);
    lines.add("language " + language);
    metas.stream()
        .filter(meta -> !meta.httpEquiv().isEmpty() || JUDGED.contains(meta.name()))
        .forEach(
            meta ->
                lines.add(
                    "meta %s %s %s %s"
                        .formatted(
                            meta.httpEquiv(),
                            meta.name(),
                            withoutNonces(meta.content()),
                            meta.inHead())));
    for (var script : scripts) {
      lines.add(
          "script %s %s %s %s"
              .formatted(
                  script.type(),
                  script.src() == null ? "" : place(script.src()),
                  script.integrity(),
                  script.crossorigin()));
    }
    for (var one : resources) {
      lines.add(
          "%s %s %s %s"
              .formatted(
                  one.kind(),
                  one.kind() == Resource.Kind.STYLESHEET
                      ? place(one.address())
                      : origin(one.address()),
                  one.integrity(),
                  one.crossorigin()));
    }
    for (var form : forms) {
      lines.add("form %s %s".formatted(origin(form.action()), form.password()));
      form.otherActions().forEach(action -> lines.add("form " + origin(action)));
    }
    for (var statement : Statement.values()) {
      lines.add(statement + " " + linksTo(statement));
    }
    for (var kind : Telltale.Kind.values()) {
      Telltale.of(this, kind).ifPresent(telltale -> lines.add("shows " + telltale));
    }
    return List.copyOf(lines);
  }

  private String place(String address) {
    return resolve(address)
        .map(to -> to.isOfTheWeb() ? to.origin() + to.path() : to.scheme())
        .orElse("");
  }

  private String origin(String address) {
    return resolve(address).map(to -> to.isOfTheWeb() ? to.origin() : to.scheme()).orElse("");
  }

  private static String withoutNonces(String content) {
    var text = new StringBuilder();
    int from = 0;
    for (int at = content.indexOf("'nonce-"); at >= 0; at = content.indexOf("'nonce-", from)) {
      int end = content.indexOf('\'', at + 1);
      text.append(content, from, at + 7);
      from = end < 0 ? content.length() : end;
    }
    return text.append(content, from, content.length()).toString();
  }
}
