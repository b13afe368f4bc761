package uk.nhs.estate.settings;

import java.util.List;
import uk.nhs.estate.register.ScriptLibraries;

/// `lists/javascript-libraries.yml` as it is written.
record ScriptLibrariesFile(String source, String asOf, List<ScriptLibraries.Library> libraries) {
  static final String NAME = "lists/javascript-libraries.yml";

  ScriptLibraries list() {
    return new ScriptLibraries(libraries);
  }
}
