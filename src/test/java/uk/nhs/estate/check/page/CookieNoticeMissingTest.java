package uk.nhs.estate.check.page;

class CookieNoticeMissingTest extends StatementCheckTest {

  CookieNoticeMissingTest() {
    super(
        new CookieNoticeMissing(),
        "<a href=\"/cookies\">Cookies</a>",
        "Cookies",
        "Cwcis",
        "no link names a cookie notice");
  }
}
