package uk.nhs.estate.observation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.page.Markup.Resource.Kind;

class MarkupTest {
  private static final String URL = "https://www.trust.nhs.uk/a/b";

  private static Markup read(String html) {
    return Markup.read(
        html.getBytes(StandardCharsets.UTF_8), URL, "text/html; charset=utf-8", false);
  }

  private static List<String> scripts(String html) {
    return read(html).scripts().stream()
        .map(script -> script.src() == null ? script.text() : script.src())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script src=s></script>",
        "<SCRIPT SRC='s'></SCRIPT >",
        "<script/src=s></script>",
        "<script type='' src=s></script>",
        "<script type=' Text/JavaScript ' src=s></script>",
        "<script language=JavaScript1.5 src=s></script>",
        "<script src=s src=t></script>",
        "<!--><script src=s></script>",
        "<!-- --!><script src=s></script>",
        "<!--- --><script src=s></script>",
        "<p title='<!--'><script src=s></script>",
        "</ x><script src=s></script>",
        "<template shadowrootmode=open><script src=s></script></template>",
        "<template></template><script src=s></script>",
        "<noscript><!-- </noscript><script src=s></script>",
        "<svg><style><p></style></svg><script src=s></script>",
        "<svg><script href=s /></svg>",
        "<script>'<!--'</script><script src=s></script>"
      })
  void scriptsRunAsInBrowsers(String html) {
    assertThat(scripts(html)).contains("s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=text/template src=s></script>",
        "<script type='text/javascript; x' src=s></script>",
        "<script language=vbscript src=s></script>",
        "<script for=x event=y src=s></script>",
        "<template><script src=s></script></template>",
        "<template><template></template><script src=s></script></template>",
        "<noscript><script src=s></script></noscript>",
        "<!-- <script src=s></script> -->",
        "<textarea><script src=s></script></textarea>",
        "<title><script src=s></script></title>",
        "<iframe><script src=s></script></iframe>",
        "<xmp><script src=s></script></xmp>",
        "<plaintext><script src=s></script>",
        "<script><!-- <script> </script><script src=s></script> --></script>",
        "<a title='<script src=s></script>'>x</a>",
        "<svg><![CDATA[<script src=s></script>]]></svg>",
        "<script src='s",
        "<script src=s>",
        "<script type=text/x>",
        "<script>"
      })
  void scriptsDoNotRunAsInBrowsers(String html) {
    assertThat(scripts(html)).doesNotContain("s");
  }

  @Test
  void scriptsHaveATypeATextAndWhatTiesThem() {
    var read =
        read(
            "<script type=module nonce=n>a</script><script type=importmap>{}</script>"
                + "<script src='/x&amp;y' integrity=i crossorigin></script>");
    assertThat(read.scripts())
        .containsExactly(
            new Markup.Script(null, "module", null, null, "n", "a"),
            new Markup.Script(null, "importmap", null, null, null, "{}"),
            new Markup.Script("/x&y", "classic", "i", "", null, ""));
  }

  @Test
  void metasAreInTheHeadUntilTheBodyBegins() {
    var read =
        read(
            "<!doctype html><meta name=A content=1><title>t</title></head><meta name=b>"
                + "<template><meta name=no></template> <p><meta http-equiv=Refresh content=2>");
    assertThat(read.metas())
        .containsExactly(
            new Markup.Meta("", "a", "1", true),
            new Markup.Meta("", "b", "", true),
            new Markup.Meta("refresh", "", "2", false));
    assertThat(read("x<meta name=a>").metas().getFirst().inHead()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <base href=/c/>                     | https://www.trust.nhs.uk/c/
          <base target=_top><base href=/c/>   | https://www.trust.nhs.uk/c/
          <base href=/c/><base href=/d/>      | https://www.trust.nhs.uk/c/
          <base href=//x.test>                | https://x.test/
          <base href=data:x><base href=/d/>   | https://www.trust.nhs.uk/a/b
          <base href='https://'>              | https://www.trust.nhs.uk/a/b
          <noscript><base href=/c/></noscript> | https://www.trust.nhs.uk/a/b
          """)
  void baseIsTheFirst(String html, String base) {
    assertThat(read(html).base()).isEqualTo(base);
  }

  @Test
  void titleAndLanguageAreThoseOfThePage() {
    var read =
        read(
            "<html lang=cy><svg><title>no</title></svg><title> A &amp;\n"
                + " B </title><title>c</title>");
    assertThat(read.title()).isEqualTo("A & B");
    assertThat(read.language()).isEqualTo("cy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <link rel=stylesheet href=x>                             | STYLESHEET
          <link rel='alternate StyleSheet' href=x>                 | STYLESHEET
          <link rel=stylesheet disabled href=x>                    |
          <link rel=stylesheet type=text/less href=x>              |
          <link rel=canonical href=x>                              |
          <link rel=preload as=script href=x>                      | PRELOAD
          <link rel=preload as=image href=x>                       | IMAGE
          <link rel=modulepreload href=x>                          | MODULE_PRELOAD
          <link rel='shortcut icon' href=x>                        | IMAGE
          <link rel=manifest href=x>                               | MANIFEST
          <img src=x>                                              | IMAGE
          <image src=x>                                            | IMAGE
          <img src=' '>                                            |
          <img srcset='x 1x'>                                      | IMAGE_SET
          <picture><source srcset=x><p></picture>                  | IMAGE_SET
          <video><source src=x></video>                            | MEDIA
          <source src=x>                                           |
          <audio src=x>                                            | MEDIA
          <video poster=x>                                         | IMAGE
          <track src=x>                                            | TRACK
          <iframe src=x></iframe>                                  | FRAME
          <frameset><frame src=x>                                  | FRAME
          <p><frame src=x>                                         |
          <object data=x>                                          | OBJECT
          <embed src=x>                                            | OBJECT
          <input type=image src=x>                                 | IMAGE
          <body background=x>                                      | IMAGE
          <style>a{b:url(x)}</style>                               | IMAGE
          <style>a{b:URL( 'x' )}</style>                           | IMAGE
          <style>a{b:u\\72l(\\78 )}</style>                        | IMAGE
          <style>/* url(x) */</style>                              |
          <style>a{b:'url(x)'}</style>                             |
          <style>@import 'x';</style>                              | STYLESHEET
          <style>@import url(x);</style>                           | STYLESHEET
          <style>@namespace url(x);</style>                        |
          <style>@font-face{src:url(x)}</style>                    | FONT
          <p style='background:url(x)'>                            | IMAGE
          <svg><image href=x /></svg>                              | IMAGE
          <template><img src=x></template>                         |
          """)
  void whatIsLoadedHasAKind(String html, String kind) {
    var loaded = read(html).resources();
    if (kind == null) {
      assertThat(loaded).isEmpty();
    } else {
      assertThat(loaded).hasSize(1);
      assertThat(loaded.getFirst().address()).isEqualTo("x");
      assertThat(loaded.getFirst().kind()).isEqualTo(Kind.valueOf(kind));
    }
  }

  @Test
  void sourceSetsHaveSeveralAddresses() {
    assertThat(SourceSet.addresses(" a 1x, b,c?d,e 2x (f,g), ,h, i,"))
        .containsExactly("a", "b,c?d,e", "h", "i");
    assertThat(SourceSet.addresses(" , ")).isEmpty();
  }

  @Test
  void formsAreThoseOfTheirFields() {
    var read =
        read(
            "<table><form action=/a method=POST><tr><td><input type=Password></form></table><input"
                + " type=password><form id=f><form action=/no></form><button form=f"
                + " formaction=/b>x</button><button type=button form=f formaction=/c>");
    assertThat(read.forms())
        .containsExactly(
            new Markup.Form("/a", "post", true, List.of()),
            new Markup.Form("", "get", false, List.of("/b")));
    assertThat(read.passwords()).isEqualTo(2);
  }

  @Test
  void linksHaveTheWordsThatVisitorsMeet() {
    var read =
        read(
            "<a href=/1> One <b>and</b>\n"
                + " two <img alt=three></a><a name=x>no</a><a href=/2>a<a href=/3"
                + " aria-label=b>c</a><a href=/4 title=t><i></i></a><map><area href=/5"
                + " alt=five></map><svg><a xlink:href=/6>s</a></svg><a href=/7>z");
    assertThat(read.links())
        .containsExactly(
            new Markup.Link("/1", "One and two three"),
            new Markup.Link("/2", "a"),
            new Markup.Link("/3", "b c"),
            new Markup.Link("/4", "t"),
            new Markup.Link("/5", "five"),
            new Markup.Link("/6", "s"),
            new Markup.Link("/7", "z"));
  }

  @Test
  void wordsAreThoseThatAreShown() {
    assertThat(
            read("<title>no</title><p>a&nbsp;b<br>c<script>no</script><style>no</style><div>d</div>e"
                     + "<noscript>no</noscript><textarea>f</textarea>")
                .words())
        .isEqualTo("a b c d e f");
  }

  @Test
  void handlersAndRemarksAreNoted() {
    var read = read("<body onload=x><p OnClick=y once on=z><!-- Drupal 10 --><!doctype html>");
    assertThat(read.handlers()).isEqualTo(3);
    assertThat(read.remarks()).containsExactly("Drupal 10");
  }

  @Test
  void whatIsTooMuchIsCountedAndLeftOut() {
    var read = read("<a href=/x>y</a>".repeat(5_003));
    assertThat(read.links()).hasSize(5_000);
    assertThat(read.left()).isEqualTo(3);
    assertThat(read.isComplete()).isFalse();
    assertThat(Markup.read(new byte[0], URL, "", true).isComplete()).isFalse();
  }

  @Test
  void steadyIsWhatIsJudged() {
    var first =
        read(
            "<script nonce=1 src=/a.js?v=1>x</script><meta name=csrf-token content=1><meta"
                + " http-equiv=content-security-policy content=\"script-src 'nonce-1' x\"><p>1");
    var again =
        read(
            "<script nonce=2 src=/a.js?v=2>y</script><meta name=csrf-token content=2><meta"
                + " http-equiv=content-security-policy content=\"script-src 'nonce-2' x\"><p>2");
    assertThat(first.steady()).isEqualTo(again.steady());
    assertThat(first.steady()).isNotEqualTo(read("<script src=/b.js></script>").steady());
    assertThat(read("<a href=/privacy>x</a>").steady()).isNotEqualTo(read("").steady());
    assertThat(read("<title>Index of /</title>Parent Directory").steady())
        .contains("shows LISTING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<a href=/x>",
        "<a><div>",
        "<object><p>",
        "<table><caption>",
        "<!--",
        "<!-- --!",
        "<script>",
        "<script><!--<script>",
        "<style>",
        "<style>url(",
        "<svg><foreignObject>",
        "<template>",
        "<form><input type=password>",
        "<",
        "</",
        "<x ",
        "&",
        "&amp",
        "\u0000",
        "<title></titl",
        "<a href='",
        "<p style=\"a:url('"
      })
  void hostilePagesComeToAnEnd(String part) {
    var html = part.repeat((1 << 18) / part.length());
    assertThat(read(html).whole()).isTrue();
  }

  @Test
  void manyAttributesComeToAnEnd() {
    var tag = new StringBuilder("<a ");
    for (int at = 0; at < 50_000; at++) {
      tag.append("on").append(at).append("=1 ");
    }
    assertThat(read(tag + ">x" + "<p>".repeat(50_000)).handlers()).isEqualTo(49_990);
  }

  @Property(tries = 300)
  void anyTextIsReadAndItsScriptsStandInIt(
      @ForAll
          @CharRange(from = 'a', to = 'd')
          @Chars({'<', '<', '<', '>', '>', '/', '!', '-', '-', '"', '=', '&', ';', ' ', '\u0000'})
          String text) {
    var read = read(text);
    assertThat(read.words().length()).isLessThanOrEqualTo(Math.max(text.length(), 1) * 2);
    assertThat(read("<p>" + text.replace("<", "") + "<script>x</script>").scripts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          text/html; charset=utf-8          | -                                              | UTF-8
          text/html; charset="UTF-8"        | -                                              | UTF-8
          text/html; charset=utf-8          | <meta charset=windows-1251>                    | UTF-8
          text/html                         | <meta charset=utf-8>                           | UTF-8
          text/html                         | <META http-equiv=Content-Type content='text/html; charset=utf-8'> | UTF-8
          text/html                         | <meta content='text/html; charset=utf-8'>      | windows-1252
          text/html                         | <!-- <meta charset=utf-8> -->                  | windows-1252
          text/html                         | <p title='<meta charset=utf-8>'>               | windows-1252
          text/html                         | <meta charset=utf-7>                           | windows-1252
          text/html; charset=utf-7          | <meta charset=utf-8>                           | UTF-8
          text/html                         | <meta charset=utf-16>                          | UTF-8
          text/html; charset=iso-8859-1     | -                                              | windows-1252
          text/html                         | <?xml version='1.0' encoding='utf-8'?>         | UTF-8
          text/html                         | -                                              | windows-1252
          text/html; charset=koi8-r         | -                                              | KOI8-R
          """)
  void encodingIsThatWhichBrowsersTake(String contentType, String start, String encoding) {
    var octets =
        ((start == null ? "" : start) + "<title>é€</title>").getBytes(StandardCharsets.UTF_8);
    var title = Markup.read(octets, URL, contentType, false).title();
    assertThat(title)
        .isEqualTo(new String("é€".getBytes(StandardCharsets.UTF_8), Charset.forName(encoding)));
  }

  @Test
  void byteOrderMarksCountMost() {
    for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      var octets = "\uFEFF<title>é</title>".getBytes(charset);
      assertThat(Markup.read(octets, URL, "text/html; charset=utf-8", false).title())
          .isEqualTo("é");
    }
    var octets = "\uFEFF<title>é</title>".getBytes(StandardCharsets.UTF_8);
    assertThat(Markup.read(octets, URL, "text/html; charset=koi8-r", false).title()).isEqualTo("é");
  }

  @Test
  void dangerousEncodingsShowNothing() {
    var octets = "<title>x</title>".getBytes(StandardCharsets.UTF_8);
    assertThat(Markup.read(octets, URL, "text/html; charset=iso-2022-kr", false).title()).isEmpty();
    assertThat(Markup.read(Arrays.copyOf(octets, 3), URL, "", false).title()).isEmpty();
  }
}
