package uk.nhs.estate.observation.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.page.Markup.Form;
import uk.nhs.estate.observation.page.Markup.Link;
import uk.nhs.estate.observation.page.Markup.Meta;
import uk.nhs.estate.observation.page.Markup.Resource;
import uk.nhs.estate.observation.page.Markup.Resource.Kind;
import uk.nhs.estate.observation.page.Markup.Script;
import uk.nhs.estate.observation.text.WebAddress;

/// Goes over a page once and notes what it says. Lists and texts are bounded.
final class MarkupReader {

  private static final int MOST_OF_A_KIND = 5_000;
  private static final int MOST_REMARKS = 100;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_ADDRESS = 8_192;
  private static final int LONGEST_CONTENT = 8_192;
  private static final int LONGEST_TOKEN = 1_024;
  private static final int LONGEST_LINK_TEXT = 200;
  private static final int LONGEST_REMARK = 300;
  private static final int LONGEST_WORDS = 8_192;

  /// Of the text between two tags; more would not be kept, even if all of it were escapes.
  private static final int LONGEST_TEXT = 65_536;

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

  /// Elements that may stand in the head; any other begins the body (HTML §13.2.6.4.4).
  private static final Set<String> OF_THE_HEAD =
      Set.of(
          "html",
          "head",
          "base",
          "basefont",
          "bgsound",
          "link",
          "meta",
          "title",
          "noscript",
          "noframes",
          "style",
          "script",
          "template");

  /// Elements that part no words.
  private static final Set<String> WITHIN_WORDS =
      Set.of(
          ("a abbr b bdi bdo big cite code data dfn em font i kbd label mark nobr q s samp small"
                  + " span strike strong sub sup time tt u var wbr")
              .split(" ", -1));

  private final String url;
  private final boolean whole;
  private final Tokens tokens;
  private final Foreign foreign = new Foreign();
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
  private @Nullable String href;
  private boolean nofollow;
  private String linkLabel = "";
  private String linkTitle = "";
  private final StringBuilder linkText = new StringBuilder();

  /// For each `template` that is open, whether its content is part of the page at once.
  private final Deque<Boolean> templates = new ArrayDeque<>();

  private int inert = 0;
  private boolean inBody = false;
  private boolean framed = false;
  private int pictures = 0;
  private int players = 0;
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

  MarkupReader(String url, boolean whole, String html) {
    this.url = url;
    this.whole = whole;
    this.tokens = new Tokens(html);
  }

  Markup read() {
    while (true) {
      switch (tokens.next(foreign.isHere())) {
        case START -> start();
        case END -> end();
        case TEXT -> text();
        case COMMENT -> remark();
        case NOTHING -> {
          return markup();
        }
      }
    }
  }

  private Markup markup() {
    endOfLink();
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
        words.toString().strip(),
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

  private void start() {
    var name = tokens.name();
    boolean isForeign = foreign.starts(name, tokens.attributes(), tokens.closesItself());
    if (name.equals("template") && !isForeign) {
      boolean shadow = isShadow(tokens.attribute("shadowrootmode"));
      templates.push(shadow);
      inert += shadow ? 0 : 1;
      return;
    }
    if (inert > 0) {
      if (!isForeign) {
        skipRawText(name);
      }
      return;
    }
    inBody |= isForeign || !OF_THE_HEAD.contains(name) && !name.equals("frameset");
    attributes();
    if (isForeign) {
      startOfForeign(name);
    } else {
      startOfHtml(name.equals("image") ? "img" : name);
      parts(name);
    }
  }

  private void startOfHtml(String name) {
    switch (name) {
      case "html" -> language = language.isEmpty() ? kept("lang").strip() : language;
      case "title" -> title(Parser.unescapeEntities(tokens.rawText(name), false));
      case "base" -> base();
      case "meta" -> meta();
      case "script" -> script();
      case "style" -> styles(tokens.rawText(name));
      case "link" -> linked();
      case "img" -> image();
      case "source" -> source();
      case "picture" -> pictures++;
      case "video", "audio" -> {
        players++;
        load(Kind.MEDIA, "src");
        load(Kind.IMAGE, "poster");
      }
      case "track" -> load(Kind.TRACK, "src");
      case "frameset" -> framed |= !inBody;
      case "frame" -> {
        if (framed) {
          load(Kind.FRAME, "src");
        }
      }
      case "iframe" -> {
        load(Kind.FRAME, "src");
        tokens.rawText(name);
      }
      case "object" -> load(Kind.OBJECT, "data");
      case "embed" -> load(Kind.OBJECT, "src");
      case "form" -> form();
      case "input", "button" -> control(name);
      case "a" -> link("href");
      case "area" -> {
        link("href");
        endOfLink();
      }
      case "textarea" -> words(Parser.unescapeEntities(tokens.rawText(name), false));
      case "xmp" -> words(tokens.rawText(name));
      case "plaintext" -> words(tokens.rest());
      default -> skipRawText(name);
    }
  }

  /// What stands in these elements is no markup, and browsers that run scripts do not show it.
  private void skipRawText(String name) {
    switch (name) {
      case "script" -> tokens.script();
      case "title", "style", "noscript", "noframes", "noembed", "iframe", "textarea", "xmp" ->
          tokens.rawText(name);
      case "plaintext" -> tokens.rest();
      default -> {}
    }
  }

  private void startOfForeign(String name) {
    var address = tokens.has("href") ? "href" : "xlink:href";
    switch (name) {
      case "script" -> foreignScript(address);
      case "style" -> styles(foreignText(name));
      case "image", "feimage" -> load(Kind.IMAGE, address);
      case "a" -> link(address);
      default -> {}
    }
  }

  /// What stands in an element of SVG that holds text; tags within it, which nobody means, are
  /// taken for text.
  private String foreignText(String name) {
    if (tokens.closesItself()) {
      return "";
    }
    var text = tokens.rawText(name);
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  private void end() {
    var name = tokens.name();
    foreign.ends(name);
    if (name.equals("template") && !templates.isEmpty()) {
      inert -= templates.pop() ? 0 : 1;
      return;
    }
    if (inert > 0) {
      return;
    }
    switch (name) {
      case "body", "html", "br" -> inBody = true;
      case "a" -> endOfLink();
      case "form" -> form = null;
      case "picture" -> pictures = Math.max(pictures - 1, 0);
      case "video", "audio" -> players = Math.max(players - 1, 0);
      default -> {}
    }
    parts(name);
  }

  private void parts(String name) {
    if (!WITHIN_WORDS.contains(name)) {
      words(" ");
    }
  }

  private void text() {
    if (inert > 0) {
      return;
    }
    boolean wanted = !inBody || words.length() < LONGEST_WORDS || href != null;
    if (wanted) {
      var text = tokens.text(LONGEST_TEXT);
      inBody |= !text.isBlank();
      words(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
    }
  }

  /// A `template` whose content browsers make part of the page at once.
  private static boolean isShadow(String mode) {
    return mode.equalsIgnoreCase("open") || mode.equalsIgnoreCase("closed");
  }

  private void attributes() {
    for (var name : tokens.attributes().keySet()) {
      if (name.length() > 3 && name.startsWith("on")) {
        handlers++;
      } else if (name.equals("style")) {
        styles(tokens.attribute(name));
      } else if (name.equals("background")) {
        load(Kind.IMAGE, name);
      }
    }
  }

  /// Only the first counts.
  private void title(String text) {
    if (title == null) {
      var tidied = new StringBuilder();
      append(tidied, text, LONGEST_TITLE);
      title = tidied.toString().strip();
    }
  }

  /// Only the first counts, and addresses that are no place do not.
  private void base() {
    if (base == null && tokens.has("href")) {
      base =
          WebAddress.parse(url)
              .flatMap(from -> from.resolve(tokens.attribute("href")))
              .filter(WebAddress::isOfTheWeb)
              .map(WebAddress::toString)
              .orElse(url);
    }
  }

  private void meta() {
    add(
        metas,
        new Meta(
            token("http-equiv"),
            token("name"),
            cut(tokens.attribute("content"), LONGEST_CONTENT),
            !inBody));
  }

  private void script() {
    var type = typeOfScript();
    var tag = script(tokens.has("src") ? "src" : null, type);
    keep(tag, tokens.script());
  }

  private void foreignScript(String address) {
    var tag = script(tokens.has(address) ? address : null, typeOfScript());
    keep(tag, foreignText("script"));
  }

  /// A script as its tag says it is; the text comes after it.
  private Script script(@Nullable String source, String type) {
    return new Script(
        source == null ? null : shortened(tokens.attribute(source)),
        type,
        optional("integrity"),
        optional("crossorigin"),
        optional("nonce"),
        "");
  }

  private void keep(Script tag, @Nullable String text) {
    if (text == null || tag.type().isEmpty() || tag.src() == null && text.isEmpty()) {
      return;
    }
    if (tag.src() != null) {
      add(scripts, tag);
      return;
    }
    var kept = cut(text, Math.min(LONGEST_SCRIPT, LONGEST_SCRIPTS - scriptsLength));
    scriptsLength += kept.length();
    add(
        scripts,
        new Script(null, tag.type(), tag.integrity(), tag.crossorigin(), tag.nonce(), kept));
  }

  /// Empty for a data block, and for a script that waits for an event that never comes.
  private String typeOfScript() {
    String type;
    if (tokens.has("type")) {
      type = tokens.attribute("type").isEmpty() ? "text/javascript" : token("type");
    } else {
      var language = tokens.attribute("language");
      type = language.isEmpty() ? "text/javascript" : "text/" + language.toLowerCase(Locale.ROOT);
    }
    if (SCRIPT_TYPES.contains(type)) {
      return waits() ? "" : "classic";
    }
    return switch (type) {
      case "module", "importmap", "speculationrules" -> type;
      default -> "";
    };
  }

  private boolean waits() {
    if (!tokens.has("for") || !tokens.has("event")) {
      return false;
    }
    var event = token("event");
    return !token("for").equals("window") || !event.equals("onload") && !event.equals("onload()");
  }

  private void styles(String css) {
    if (css.indexOf('(') >= 0 || css.indexOf('@') >= 0) {
      StyleAddresses.find(
          css,
          (kind, address) ->
              add(resources, new Resource(kind, shortened(address), true, null, null, null)));
    }
  }

  private void linked() {
    var rel = relations();
    if (rel.contains("stylesheet")) {
      var type = token("type");
      if (!tokens.has("disabled") && (type.isEmpty() || type.equals("text/css"))) {
        load(Kind.STYLESHEET, "href");
      }
    } else if (rel.contains("modulepreload")) {
      load(Kind.MODULE_PRELOAD, "href");
    } else if (rel.contains("preload")) {
      load(preloaded(token("as")), "href");
    } else if (rel.contains("icon") || rel.contains("apple-touch-icon")) {
      load(Kind.IMAGE, "href");
    } else if (rel.contains("manifest")) {
      load(Kind.MANIFEST, "href");
    } else if (rel.contains("prefetch") || rel.contains("prerender")) {
      load(Kind.PRELOAD, "href");
    }
  }

  private static Kind preloaded(String as) {
    return switch (as) {
      case "image" -> Kind.IMAGE;
      case "audio", "video" -> Kind.MEDIA;
      default -> Kind.PRELOAD;
    };
  }

  private void image() {
    load(tokens.has("srcset") || pictures > 0 ? Kind.IMAGE_SET : Kind.IMAGE, "src");
    sourceSet();
    words(tokens.attribute("alt"));
  }

  private void source() {
    if (pictures > 0) {
      sourceSet();
    } else if (players > 0) {
      load(Kind.MEDIA, "src");
    }
  }

  private void sourceSet() {
    if (tokens.has("srcset")) {
      for (var address : SourceSet.addresses(tokens.attribute("srcset"))) {
        loadAt(Kind.IMAGE_SET, address);
      }
    }
  }

  private void load(Kind kind, String attribute) {
    loadAt(kind, tokens.attribute(attribute));
  }

  private void loadAt(Kind kind, String address) {
    if (!address.isBlank()) {
      add(
          resources,
          new Resource(
              kind,
              shortened(address),
              false,
              optional("integrity"),
              optional("crossorigin"),
              optional("nonce")));
    }
  }

  /// A form in a form is none.
  private void form() {
    if (form != null) {
      return;
    }
    var method = token("method");
    form =
        new OpenForm(
            shortened(tokens.attribute("action")),
            method.equals("post") || method.equals("dialog") ? method : "get");
    if (add(forms, form) && tokens.has("id")) {
      formsById.putIfAbsent(kept("id"), form);
    }
  }

  private void control(String name) {
    var type = token("type");
    boolean button = name.equals("button");
    boolean password = !button && type.equals("password");
    boolean pressed = type.equals("submit") || type.equals(button ? "" : "image");
    var action = pressed ? shortened(tokens.attribute("formaction")) : "";
    passwords += password ? 1 : 0;
    if (!button && type.equals("image")) {
      load(Kind.IMAGE, "src");
    }
    if (!password && action.isBlank()) {
      return;
    }
    if (tokens.has("form")) {
      add(apart, new Control(kept("form"), password, action));
    } else {
      join(form, password, action);
    }
  }

  private void join(@Nullable OpenForm to, boolean password, String action) {
    if (to != null) {
      to.password |= password;
      if (!action.isBlank()) {
        add(to.otherActions, action);
      }
    }
  }

  /// A link in a link ends the first.
  private void link(String address) {
    endOfLink();
    if (tokens.has(address)) {
      href = shortened(tokens.attribute(address));
      nofollow = relations().contains("nofollow");
      linkLabel = kept("aria-label").strip();
      words(tokens.attribute("alt"));
      if (linkLabel.isEmpty() && linkText.isEmpty()) {
        linkTitle = kept("title");
      }
    }
  }

  private void endOfLink() {
    if (href == null) {
      return;
    }
    var text = linkText.toString().strip();
    var said = linkLabel.isEmpty() ? text.isEmpty() ? linkTitle : text : linkLabel + " " + text;
    add(links, new Link(href, cut(said.strip(), LONGEST_LINK_TEXT), nofollow));
    href = null;
    linkTitle = "";
    linkText.setLength(0);
  }

  private void words(String text) {
    append(words, text, LONGEST_WORDS);
    if (href != null) {
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

  private void remark() {
    var text =
        inert > 0 || remarks.size() >= MOST_REMARKS ? "" : tokens.text(LONGEST_REMARK).strip();
    if (!text.isEmpty() && !text.regionMatches(true, 0, "doctype", 0, 7)) {
      remarks.add(text);
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

  private @Nullable String optional(String attribute) {
    return tokens.has(attribute) ? kept(attribute) : null;
  }

  private String kept(String attribute) {
    return cut(tokens.attribute(attribute), LONGEST_TOKEN);
  }

  /// The words of `rel`, in lower case.
  private List<String> relations() {
    return List.of(token("rel").split("[ \\t\\n\\f\\r]", -1));
  }

  private String token(String attribute) {
    return kept(attribute).strip().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String address) {
    boolean data = address.stripLeading().regionMatches(true, 0, "data:", 0, 5);
    return cut(address, data ? 64 : LONGEST_ADDRESS);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
