package uk.nhs.estate.observation.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.page.Markup.Form;
import uk.nhs.estate.observation.page.Markup.Link;
import uk.nhs.estate.observation.page.Markup.Meta;
import uk.nhs.estate.observation.page.Markup.Resource;
import uk.nhs.estate.observation.page.Markup.Resource.Kind;
import uk.nhs.estate.observation.page.Markup.Script;
import uk.nhs.estate.observation.text.WebAddress;

/// Goes over the tree of a page once and notes what it says. Lists and texts are bounded.
final class MarkupWalk {

  /// Elements within elements, as browsers bound them.
  private static final int DEEPEST = 512;

  private static final int MOST_OF_A_KIND = 5_000;
  private static final int MOST_REMARKS = 100;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_ADDRESS = 8_192;
  private static final int LONGEST_CONTENT = 8_192;
  private static final int LONGEST_TOKEN = 1_024;
  private static final int LONGEST_LINK_TEXT = 200;
  private static final int LONGEST_REMARK = 300;
  private static final int LONGEST_WORDS = 8_192;
  private static final int LONGEST_SCRIPT = 16_384;

  /// Of all scripts together; what a page says is kept in memory for a while.
  private static final int LONGEST_SCRIPTS = 262_144;

  private static final Set<String> SCRIPT_TYPES =
      Set.of(
          "application/ecmascript",
          "application/javascript",
          "application/x-ecmascript",
          "application/x-javascript",
          "text/ecmascript",
          "text/javascript",
          "text/javascript1.0",
          "text/javascript1.1",
          "text/javascript1.2",
          "text/javascript1.3",
          "text/javascript1.4",
          "text/javascript1.5",
          "text/jscript",
          "text/livescript",
          "text/x-ecmascript",
          "text/x-javascript");

  private final String url;
  private final boolean whole;
  private final List<Meta> metas = new ArrayList<>();
  private final List<Script> scripts = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<OpenForm> forms = new ArrayList<>();
  private final Map<String, OpenForm> formsById = new HashMap<>();
  private final List<Control> apart = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private @Nullable String base;
  private @Nullable String title;
  private String language = "";
  private @Nullable OpenForm form;
  private @Nullable StringBuilder linkText;
  private int left = 0;
  private int handlers = 0;
  private int passwords = 0;
  private int scriptsLength = 0;

  /// A form as far as it was seen.
  private static final class OpenForm {
    private final String action;
    private final String method;
    private boolean password = false;
    private final List<String> otherActions = new ArrayList<>();

    OpenForm(String action, String method) {
      this.action = action;
      this.method = method;
    }
  }

  /// A control that names a form elsewhere.
  private record Control(String form, boolean password, String action) {}

  MarkupWalk(String url, boolean whole) {
    this.url = url;
    this.whole = whole;
  }

  Markup read(String text) {
    var document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(text, "");
    walk(document, 0);
    for (var control : apart) {
      join(formsById.get(control.form()), control.password(), control.action());
    }
    return new Markup(
        url,
        base == null ? url : base,
        whole,
        left,
        title == null ? "" : title,
        language,
        words.toString(),
        metas,
        scripts,
        resources,
        forms.stream()
            .map(open -> new Form(open.action, open.method, open.password, open.otherActions))
            .toList(),
        links,
        remarks,
        handlers,
        passwords);
  }

  private void walk(Node parent, int depth) {
    for (var node : parent.childNodes()) {
      switch (node) {
        case Element element -> element(element, depth);
        case TextNode text -> text(text.getWholeText());
        case Comment comment -> remark(comment.getData());
        default -> {}
      }
    }
  }

  private void element(Element element, int depth) {
    boolean html = element.tag().namespace().equals(Parser.NamespaceHtml);
    var name = html ? element.normalName() : "svg:" + element.normalName();
    attributes(element);
    switch (name) {
      case "html" -> language = cut(element.attr("lang").strip(), LONGEST_TOKEN);
      case "title" -> title(element);
      case "base" -> base(element);
      case "meta" -> meta(element);
      case "script" -> script(element, "src");
      case "svg:script" -> script(element, "href");
      case "style", "svg:style" ->
          styles(element.data().isEmpty() ? element.wholeText() : element.data());
      case "link" -> linked(element);
      case "img" -> image(element);
      case "svg:image", "svg:feimage" -> load(Kind.IMAGE, element, hrefOfSvg(element));
      case "source" -> source(element);
      case "video", "audio" -> {
        load(Kind.MEDIA, element, element.attr("src"));
        load(Kind.IMAGE, element, element.attr("poster"));
      }
      case "track" -> load(Kind.TRACK, element, element.attr("src"));
      case "iframe", "frame" -> load(Kind.FRAME, element, element.attr("src"));
      case "object" -> load(Kind.OBJECT, element, element.attr("data"));
      case "embed" -> load(Kind.OBJECT, element, element.attr("src"));
      case "input", "button" -> control(element);
      default -> {}
    }
    if (name.equals("noscript") || name.equals("template") && !isShadow(element)) {
      return;
    }
    if (depth > 2 * DEEPEST) {
      left++;
      return;
    }
    switch (name) {
      case "script", "svg:script", "style", "svg:style", "title" -> {}
      case "form" -> form(element, depth);
      case "a", "area" -> link(element, element.attr("href"), depth);
      case "svg:a" -> link(element, hrefOfSvg(element), depth);
      default -> {
        walk(element, depth + 1);
        if (element.isBlock() || name.equals("br")) {
          text(" ");
        }
      }
    }
  }

  /// A `template` whose content browsers make part of the page at once.
  private static boolean isShadow(Element template) {
    var mode = template.attr("shadowrootmode").toLowerCase(Locale.ROOT);
    return mode.equals("open") || mode.equals("closed");
  }

  private static String hrefOfSvg(Element element) {
    return element.hasAttr("href") ? element.attr("href") : element.attr("xlink:href");
  }

  private void attributes(Element element) {
    if (element.attributesSize() == 0) {
      return;
    }
    for (Attribute attribute : element.attributes()) {
      var name = attribute.getKey();
      if (name.length() > 3 && name.startsWith("on")) {
        handlers++;
      } else if (name.equals("style")) {
        styles(attribute.getValue());
      } else if (name.equals("background")) {
        load(Kind.IMAGE, element, attribute.getValue());
      }
    }
  }

  /// Only the first counts.
  private void title(Element element) {
    if (title == null) {
      var text = new StringBuilder();
      append(text, element.wholeText(), LONGEST_TITLE);
      title = text.toString().strip();
    }
  }

  /// Only the first counts, and addresses that are no place do not.
  private void base(Element element) {
    if (base == null && element.hasAttr("href")) {
      base =
          WebAddress.parse(url)
              .flatMap(from -> from.resolve(element.attr("href")))
              .filter(WebAddress::isOfTheWeb)
              .map(WebAddress::toString)
              .orElse(url);
    }
  }

  private void meta(Element element) {
    add(
        metas,
        new Meta(
            token(element.attr("http-equiv")),
            token(element.attr("name")),
            cut(element.attr("content"), LONGEST_CONTENT),
            element.parent() instanceof Element parent && parent.normalName().equals("head")));
  }

  private void script(Element element, String source) {
    var type = typeOfScript(element);
    if (type.isEmpty()) {
      return;
    }
    boolean elsewhere = element.hasAttr(source) || element.hasAttr("xlink:href");
    if (elsewhere) {
      var address = source.equals("src") ? element.attr("src") : hrefOfSvg(element);
      add(scripts, script(element, shortened(address), type, ""));
      return;
    }
    var text = element.data().isEmpty() ? element.wholeText() : element.data();
    if (!text.isEmpty()) {
      var kept = cut(text, Math.min(LONGEST_SCRIPT, LONGEST_SCRIPTS - scriptsLength));
      scriptsLength += kept.length();
      add(scripts, script(element, null, type, kept));
    }
  }

  private static Script script(
      Element element, @Nullable String address, String type, String text) {
    return new Script(
        address,
        type,
        attribute(element, "integrity"),
        attribute(element, "crossorigin"),
        attribute(element, "nonce"),
        text);
  }

  /// Empty for a data block, and for a script that waits for an event that never comes.
  private static String typeOfScript(Element element) {
    String type;
    if (element.hasAttr("type")) {
      type = element.attr("type").isEmpty() ? "text/javascript" : token(element.attr("type"));
    } else {
      var language = element.attr("language");
      type = language.isEmpty() ? "text/javascript" : "text/" + language.toLowerCase(Locale.ROOT);
    }
    if (SCRIPT_TYPES.contains(type)) {
      return waits(element) ? "" : "classic";
    }
    return switch (type) {
      case "module", "importmap", "speculationrules" -> type;
      default -> "";
    };
  }

  private static boolean waits(Element element) {
    if (!element.hasAttr("for") || !element.hasAttr("event")) {
      return false;
    }
    var event = token(element.attr("event"));
    return !token(element.attr("for")).equals("window")
        || !event.equals("onload") && !event.equals("onload()");
  }

  private void styles(String css) {
    if (css.indexOf('(') >= 0 || css.indexOf('@') >= 0) {
      StyleAddresses.find(
          css,
          (kind, address) ->
              add(resources, new Resource(kind, shortened(address), true, null, null, null)));
    }
  }

  private void linked(Element element) {
    var rel = relations(element);
    var address = element.attr("href");
    if (rel.contains(" stylesheet ")) {
      var type = token(element.attr("type"));
      if (!element.hasAttr("disabled") && (type.isEmpty() || type.equals("text/css"))) {
        load(Kind.STYLESHEET, element, address);
      }
    } else if (rel.contains(" modulepreload ")) {
      load(Kind.MODULE_PRELOAD, element, address);
    } else if (rel.contains(" preload ")) {
      load(preloaded(token(element.attr("as"))), element, address);
    } else if (rel.contains(" icon ") || rel.contains(" apple-touch-icon ")) {
      load(Kind.IMAGE, element, address);
    } else if (rel.contains(" manifest ")) {
      load(Kind.MANIFEST, element, address);
    } else if (rel.contains(" prefetch ") || rel.contains(" prerender ")) {
      load(Kind.PRELOAD, element, address);
    }
  }

  private static Kind preloaded(String as) {
    return switch (as) {
      case "image" -> Kind.IMAGE;
      case "audio", "video" -> Kind.MEDIA;
      default -> Kind.PRELOAD;
    };
  }

  private void image(Element element) {
    boolean set = element.hasAttr("srcset") || isIn(element, "picture");
    load(set ? Kind.IMAGE_SET : Kind.IMAGE, element, element.attr("src"));
    sourceSet(element);
    text(element.attr("alt"));
  }

  private void source(Element element) {
    if (isIn(element, "picture")) {
      sourceSet(element);
    } else if (isIn(element, "video") || isIn(element, "audio")) {
      load(Kind.MEDIA, element, element.attr("src"));
    }
  }

  private void sourceSet(Element element) {
    if (element.hasAttr("srcset")) {
      for (var address : SourceSet.addresses(element.attr("srcset"))) {
        load(Kind.IMAGE_SET, element, address);
      }
    }
  }

  private static boolean isIn(Element element, String name) {
    return element.parent() instanceof Element parent && parent.normalName().equals(name);
  }

  private void load(Kind kind, Element element, String address) {
    if (!address.isBlank()) {
      add(
          resources,
          new Resource(
              kind,
              shortened(address),
              false,
              attribute(element, "integrity"),
              attribute(element, "crossorigin"),
              attribute(element, "nonce")));
    }
  }

  private void form(Element element, int depth) {
    var method = element.attr("method").toLowerCase(Locale.ROOT);
    var open =
        new OpenForm(
            shortened(element.attr("action")),
            method.equals("post") || method.equals("dialog") ? method : "get");
    if (!add(forms, open)) {
      walk(element, depth + 1);
      return;
    }
    if (element.hasAttr("id")) {
      formsById.putIfAbsent(element.attr("id"), open);
    }
    form = open;
    walk(element, depth + 1);
    // in a table, the parser closes a form at once, and what follows still belongs to it
    form = element.childNodeSize() == 0 ? open : null;
  }

  private void control(Element element) {
    var type = element.attr("type").toLowerCase(Locale.ROOT);
    boolean button = element.normalName().equals("button");
    boolean password = !button && type.equals("password");
    boolean submits =
        button
            ? type.isEmpty() || type.equals("submit")
            : type.equals("submit") || type.equals("image");
    var action = submits ? shortened(element.attr("formaction")) : "";
    passwords += password ? 1 : 0;
    if (!button && type.equals("image")) {
      load(Kind.IMAGE, element, element.attr("src"));
    }
    if (!password && action.isBlank()) {
      return;
    }
    if (element.hasAttr("form")) {
      add(apart, new Control(cut(element.attr("form"), LONGEST_TOKEN), password, action));
    } else {
      join(form, password, action);
    }
  }

  private static void join(@Nullable OpenForm form, boolean password, String action) {
    if (form != null) {
      form.password |= password;
      if (!action.isBlank() && form.otherActions.size() < MOST_OF_A_KIND) {
        form.otherActions.add(action);
      }
    }
  }

  private void link(Element element, String href, int depth) {
    if (!element.hasAttr("href") && !element.hasAttr("xlink:href")) {
      walk(element, depth + 1);
      return;
    }
    var around = linkText;
    var text = new StringBuilder();
    linkText = text;
    text(element.attr("alt"));
    walk(element, depth + 1);
    linkText = around;
    var label = element.attr("aria-label");
    if (text.isEmpty() || !label.isBlank()) {
      append(text, " " + (label.isBlank() ? element.attr("title") : label), LONGEST_LINK_TEXT);
    }
    var nofollow = relations(element).contains(" nofollow ");
    add(links, new Link(shortened(href), text.toString().strip(), nofollow));
  }

  /// What `rel` says, in lower case, with a space before and after each word.
  private static String relations(Element element) {
    return " " + token(element.attr("rel")).replaceAll("[\\t\\n\\f\\r]", " ") + " ";
  }

  private void text(String text) {
    append(words, text, LONGEST_WORDS);
    if (linkText != null) {
      append(linkText, text, LONGEST_LINK_TEXT);
    }
  }

  /// White space becomes one space each, and none at the beginning.
  private static void append(StringBuilder to, String text, int longest) {
    for (int at = 0; at < text.length() && to.length() < longest; at++) {
      char c = text.charAt(at);
      if (!Character.isWhitespace(c) && c != '\u00A0') {
        to.append(c);
      } else if (!to.isEmpty() && to.charAt(to.length() - 1) != ' ') {
        to.append(' ');
      }
    }
  }

  private void remark(String text) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(cut(text.strip(), LONGEST_REMARK));
    }
  }

  private <T> boolean add(List<T> to, T one) {
    if (to.size() < MOST_OF_A_KIND) {
      to.add(one);
      return true;
    }
    left++;
    return false;
  }

  private static @Nullable String attribute(Element element, String name) {
    return element.hasAttr(name) ? cut(element.attr(name), LONGEST_TOKEN) : null;
  }

  private static String token(String text) {
    return cut(text.strip(), LONGEST_TOKEN).toLowerCase(Locale.ROOT);
  }

  private static String shortened(String address) {
    boolean data = address.stripLeading().regionMatches(true, 0, "data:", 0, 5);
    return cut(address, data ? 64 : LONGEST_ADDRESS);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
