package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session",
        "PHPSESSID",
        "JSESSIONID",
        "ASP.NET_SessionId",
        "ASPSESSIONIDQCDBRTAB",
        "connect.sid",
        "express:sess",
        "CFID",
        "CFTOKEN",
        "laravel_session",
        "ci_session",
        "rack.session",
        "PLAY_SESSION",
        "sessionid",
        "SessionId",
        "MoodleSession",
        "_shibsession_64656661756c74",
        "SSESS0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
        "wordpress_logged_in_0f0f",
        ".AspNetCore.Cookies",
        ".AspNetCore.Identity.Application",
        "SimpleSAMLAuthToken",
        "remember_web_59ba36addc2b2f94",
        "SID",
        "__Host-sid",
        "__Secure-PHPSESSID",
        "__Host-Http-session",
        "session2"
      })
  void knowsASession(String name) {
    assertThat(CookieName.isOfASession(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "possession",
        "obsession",
        "blogin",
        "inside",
        "residence",
        "author",
        "_ga",
        "lang",
        "heroku-session-affinity",
        "ARRAffinity",
        "session-csrf",
        "XSRF-TOKEN",
        "csrftoken",
        "_hjSession_1234",
        "ai_session",
        "cookie_consent_session",
        "sessnotahashatallnotahashatallno1",
        "__Host-visit"
      })
  void knowsWhatIsNone(String name) {
    assertThat(CookieName.isOfASession(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csrftoken",
        "XSRF-TOKEN",
        "_csrf",
        "csrfToken",
        "CSRFToken",
        "CsrfToken",
        "__RequestVerificationToken",
        "__Host-csrf",
        ".AspNetCore.Antiforgery.Ab1"
      })
  void knowsATokenOfForms(String name) {
    assertThat(CookieName.isAgainstForgery(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "session", "csrfish", "verification", "token"})
  void knowsWhatIsNoTokenOfForms(String name) {
    assertThat(CookieName.isAgainstForgery(name)).isFalse();
  }

  @Property
  void otherWordsBesideChangeNothing(@ForAll @StringLength(max = 30) String other) {
    var letters = other.replaceAll("[A-Za-z]", "");
    assertThat(CookieName.isOfASession(letters + "_session")).isTrue();
    assertThat(CookieName.isOfASession(letters + "x" + "session")).isFalse();
  }

  @FuzzTest
  void survivesAnyOctets(byte[] octets) {
    var name = new String(octets, ISO_8859_1);
    assertThat(CookieName.isOfASession(name + "_csrf_")).isIn(true, false);
    assertThat(CookieName.isAgainstForgery(name + "_csrf")).isTrue();
  }
}
