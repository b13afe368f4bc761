package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapTest {
  private static final int MOST = 2 << 20;
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String SOUND =
      HEAD
          + """
          <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url>
              <loc> https://www.trust.nhs.uk/ </loc>
              <lastmod>2026-11-24</lastmod>
              <image:image><image:loc>https://www.trust.nhs.uk/a.png</image:loc></image:image>
            </url>
            <url><loc>https://www.trust.nhs.uk/a?b=c&amp;d=<![CDATA[&e]]></loc></url>
            <url><loc>https://www.trust.nhs.uk/</loc></url>
            <url><loc/></url>
          </urlset>
          """;

  @Test
  void readsWhereThePagesAre() {
    var sitemap = read(SOUND);
    assertThat(sitemap.isIndex()).isFalse();
    assertThat(sitemap.locations())
        .containsExactly("https://www.trust.nhs.uk/", "https://www.trust.nhs.uk/a?b=c&d=&e");
  }

  @Test
  void readsWhereFurtherSitemapsAre() {
    var index =
        read("<sitemapindex><sitemap><loc>/one.xml</loc></sitemap><loc>/no</loc></sitemapindex>");
    assertThat(index.isIndex()).isTrue();
    assertThat(index.locations()).containsExactly("/one.xml");
  }

  @Test
  void readsWhatIsPacked() throws IOException {
    var packed = gzip(SOUND.getBytes(UTF_8));
    assertThat(Sitemap.read(packed, MOST)).isEqualTo(read(SOUND));
    assertThat(Sitemap.read(Arrays.copyOf(packed, packed.length - 9), MOST).locations())
        .as("cut off")
        .contains("https://www.trust.nhs.uk/");
    assertThat(Sitemap.read(gzip(packed), MOST).locations()).as("packed twice").isEmpty();
  }

  @Test
  void aBombGoesOffWithinItsBounds() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write((HEAD + "<urlset><url><loc>/a</loc></url><url><loc>").getBytes(UTF_8));
      for (int mebibyte = 0; mebibyte < 100; mebibyte++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertThat(Sitemap.read(packed.toByteArray(), MOST).locations()).containsExactly("/a");
  }

  @Test
  void whatComesBeforeAnErrorCounts() {
    assertThat(read("<urlset><url><loc>/a</loc></url><url><loc>/b</loc>").locations())
        .containsExactly("/a", "/b");
    assertThat(read("<urlset><url><loc>/a</loc></url><url><loc>/b&nbsp;</loc></url>").locations())
        .startsWith("/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE urlset SYSTEM \"http://127.0.0.1:1/a.dtd\">",
        "<!DOCTYPE urlset [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x"
            + " \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
        "<!DOCTYPE urlset [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/\"> %x;]>",
        "<!DOCTYPE urlset>"
      })
  void nothingIsReadOfWhatHasADocumentType(String type) {
    assertThat(read(HEAD + type + "<urlset><url><loc>/&x;</loc></url></urlset>").locations())
        .isEmpty();
  }

  @Test
  void oneThatListsItselfManyTimesListsItOnce() {
    var same = "<sitemap><loc>/sitemap.xml</loc></sitemap>".repeat(50_000);
    assertThat(read("<sitemapindex>" + same + "</sitemapindex>").locations())
        .containsExactly("/sitemap.xml");
  }

  @Test
  void thereIsAnEndOfWhatIsTaken() {
    var many = new StringBuilder("<urlset>");
    for (int number = 0; number < 50_000; number++) {
      many.append("<url><loc>/").append(number).append("</loc></url>");
    }
    assertThat(read(many.append("</urlset>").toString()).locations()).hasSize(1_000);
    assertThat(read("<urlset><url><loc>" + "x".repeat(1 << 20) + "</loc></url></urlset>"))
        .isEqualTo(new Sitemap(false, List.of()));
    assertThat(read("<urlset><url><loc>" + "<a>".repeat(500_000)).locations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<", "<html><body><url><loc>/a</loc></url></body></html>", "{}"})
  void anotherFileListsNothing(String file) {
    assertThat(read(file).locations()).isEmpty();
  }

  @Property
  void takesAnyLocationAsItIsWritten(@ForAll @StringLength(max = 40) String text) {
    var xml = text.codePoints().filter(SitemapTest::isInXml).limit(40).toArray();
    var location = new String(xml, 0, xml.length).strip();
    var escaped = location.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    var sitemap = read("<urlset><url><loc>" + escaped + "</loc></url></urlset>");
    assertThat(String.join("", sitemap.locations())).isEqualTo(location);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    assertThat(Sitemap.read(bytes, MOST).locations())
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(1_000);
  }

  private static boolean isInXml(int point) {
    return point >= ' ' && point < 0xd800 || point >= 0xe000 && point <= 0xfffd;
  }

  private static Sitemap read(String file) {
    return Sitemap.read(file.getBytes(UTF_8), MOST);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}
