package uk.nhs.estate.check.page;

class AccessibilityStatementMissingTest extends StatementCheckTest {

  AccessibilityStatementMissingTest() {
    super(
        new AccessibilityStatementMissing(),
        "<a href=\"/accessibility\">Accessibility statement</a>",
        "Accessibility statement",
        "Hygyrchedd",
        "no link names an accessibility statement");
  }
}
