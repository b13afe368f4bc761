package uk.nhs.estate.check.page;

class PrivacyNoticeMissingTest extends StatementCheckTest {

  PrivacyNoticeMissingTest() {
    super(
        new PrivacyNoticeMissing(),
        "<a href=\"/privacy\">Privacy notice</a>",
        "Privacy notice",
        "Hysbysiad preifatrwydd",
        "no link names a privacy notice");
  }
}
