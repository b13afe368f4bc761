package uk.nhs.estate.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptLibrariesTest {
  private static final ScriptLibraries KNOWN =
      new ScriptLibraries(
          List.of(
              new ScriptLibraries.Library(
                  "jQuery",
                  List.of("jquery"),
                  List.of("jquery"),
                  List.of("jQuery v"),
                  List.of(
                      new ScriptLibraries.Weakness(
                          "1.2.0", "3.5.0", "medium", List.of("CVE-2020-11022"))))));

  @ParameterizedTest
  @CsvSource({
    "/jquery-3.4.1.js, 3.4.1",
    "/jquery-3.4.1.min.js, 3.4.1",
    "/jquery-3.4.1.slim.min.js, 3.4.1",
    "/jquery.3.4.1.js, 3.4.1",
    "/jquery-v3.4.1.js, 3.4.1",
    "/jquery-3.5.0-rc.1.js, 3.5.0-rc.1",
    "/ajax/libs/jquery/3.4.1/jquery.min.js, 3.4.1",
    "/npm/jquery@3.4.1/dist/jquery.min.js, 3.4.1",
    "/jquery/v1.10/dist/jquery.js, 1.10"
  })
  void areRecognisedByTheirPath(String path, String version) {
    assertThat(KNOWN.inPath(path)).extracting(ScriptLibraries.Found::version).contains(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jquery.js",
        "/site/1.10/jquery.js",
        "/jquery-3.js",
        "/jquery-migrate-1.4.1.js",
        "/jquery-ui/1.9.0/jquery-ui.js",
        "/jquery.form-3.4.1.js",
        "/jquery-3.4.1-patched.js",
        "/jquery-3.4.1.css",
        "/jquery-9999999.1.js",
        "/"
      })
  void areNotGuessed(String path) {
    assertThat(KNOWN.inPath(path)).isEmpty();
  }

  @Test
  void areRecognisedByTheirBanner() {
    assertThat(KNOWN.inScript("/*! jQuery v3.4.1 | (c) */"))
        .extracting(ScriptLibraries.Found::version)
        .containsExactly("3.4.1");
    assertThat(KNOWN.inScript("/*! jQuery vx */")).isEmpty();
    assertThat(KNOWN.inScript("/* needs jQuery v3.4.1 */")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.1.9, 0",
    "1.2, 1",
    "1.2.0, 1",
    "3.4.9, 1",
    "3.4.10, 1",
    "3.5.0-rc.1, 1",
    "3.5, 0",
    "3.10.0, 0"
  })
  void haveTheFaultsOfTheirVersion(String version, int faults) {
    assertThat(KNOWN.inPath("/jquery-" + version + ".js").getFirst().weaknesses()).hasSize(faults);
  }
}
