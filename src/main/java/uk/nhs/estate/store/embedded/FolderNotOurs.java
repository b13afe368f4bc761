package uk.nhs.estate.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says that the folder holds something else, which was left as it is.
public final class FolderNotOurs extends RuntimeException {
  private final Path folder;

  private FolderNotOurs(Path folder) {
    super(
        folder
            + " is no empty folder and holds no database of ours: choose another, or a new one."
            + " Nothing in it was changed.");
    this.folder = folder;
  }

  static void unlessEmptyOrOurs(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new FolderNotOurs(folder);
    }
    try (var files = Files.list(folder)) {
      if (files.findAny().isPresent() && !Files.exists(folder.resolve(FolderLock.NAME))) {
        throw new FolderNotOurs(folder);
      }
    }
  }

  public Path folder() {
    return folder;
  }
}
