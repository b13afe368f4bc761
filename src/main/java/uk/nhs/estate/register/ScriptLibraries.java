package uk.nhs.estate.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// JavaScript libraries with known faults, from a dated list, and how their versions show. Without
/// a version nothing is said of a library.
///
/// @param libraries the lines of the list
public record ScriptLibraries(List<Library> libraries) {

  /// How much of a script is looked at for a banner, which stands at its beginning.
  private static final int LONGEST_BEGINNING = 4_096;

  public ScriptLibraries {
    libraries = List.copyOf(libraries);
  }

  /// One library.
  ///
  /// @param files the names of its files, without the ending
  /// @param packages its names at networks that deliver packages
  /// @param banners what its files begin with, before the version
  public record Library(
      String name,
      List<String> files,
      List<String> packages,
      List<String> banners,
      List<Weakness> weaknesses) {
    public Library {
      files = List.copyOf(files);
      packages = List.copyOf(packages);
      banners = List.copyOf(banners);
      weaknesses = List.copyOf(weaknesses);
    }
  }

  /// Versions with a fault.
  ///
  /// @param atOrAbove the first; none for all from the beginning
  /// @param below the first without it
  /// @param ids such as `CVE-2020-11022`
  public record Weakness(
      @Nullable String atOrAbove, String below, String severity, List<String> ids) {
    public Weakness {
      ids = List.copyOf(ids);
    }

    boolean concerns(ReleaseNumber version) {
      return version.compareTo(ReleaseNumber.of(below)) < 0
          && (atOrAbove == null || version.compareTo(ReleaseNumber.of(atOrAbove)) >= 0);
    }
  }

  /// A library with its version.
  ///
  /// @param weaknesses those of this version
  public record Found(String name, String version, List<Weakness> weaknesses) {
    public Found {
      weaknesses = List.copyOf(weaknesses);
    }
  }

  /// What the path of a script's address shows.
  public List<Found> inPath(String path) {
    var segments = path.split("/", -1);
    var file = segments[segments.length - 1];
    if (!file.endsWith(".js") && !file.endsWith(".mjs")) {
      return List.of();
    }
    var found = new ArrayList<Found>();
    for (var library : libraries) {
      version(library, segments, file).ifPresent(version -> found.add(found(library, version)));
    }
    return found;
  }

  private static Optional<String> version(Library library, String[] segments, String file) {
    for (var name : library.files()) {
      if (file.startsWith(name) && file.length() > name.length()) {
        var rest = file.substring(name.length());
        int start = rest.startsWith("-v") ? 2 : 1;
        var version = ReleaseNumber.at(rest, start);
        boolean parted = rest.charAt(0) == '-' || rest.charAt(0) == '.' || rest.charAt(0) == '@';
        if (parted
            && version.isPresent()
            && isEnding(rest.substring(start + version.get().length()))) {
          return version;
        }
        if (isEnding(rest)) {
          var folder = ofFolder(library, segments);
          if (folder.isPresent()) {
            return folder;
          }
        }
      }
    }
    for (int at = 0; at < segments.length - 1; at++) {
      for (var name : library.packages()) {
        if (segments[at].startsWith(name + "@")) {
          return whole(segments[at].substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  /// The folder that is a version, and nothing else, in a folder of the library's name.
  private static Optional<String> ofFolder(Library library, String[] segments) {
    for (int at = segments.length - 2; at > 0; at--) {
      if (!library.packages().contains(segments[at - 1])) {
        continue;
      }
      var folder = segments[at];
      var version = whole(folder.startsWith("v") ? folder.substring(1) : folder);
      if (version.isPresent()) {
        return version;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> whole(String text) {
    return ReleaseNumber.at(text, 0).filter(version -> version.length() == text.length());
  }

  private static boolean isEnding(String rest) {
    return switch (rest) {
      case ".js", ".min.js", "-min.js", ".slim.js", ".slim.min.js", ".mjs", ".min.mjs" -> true;
      default -> false;
    };
  }

  /// What a script shows that stands in the page.
  public List<Found> inScript(String text) {
    var beginning = text.substring(0, Math.min(text.length(), LONGEST_BEGINNING));
    var found = new ArrayList<Found>();
    for (var library : libraries) {
      for (var banner : library.banners()) {
        int at = banner(beginning, banner);
        var version =
            at < 0 ? Optional.<String>empty() : ReleaseNumber.at(beginning, at + banner.length());
        if (version.isPresent()) {
          found.add(found(library, version.get()));
          break;
        }
      }
    }
    return found;
  }

  /// Where a banner stands at the beginning of a comment or of a line of one; -1 if nowhere.
  private static int banner(String text, String banner) {
    for (int at = text.indexOf(banner); at >= 0; at = text.indexOf(banner, at + 1)) {
      int before = at - 1;
      while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
        before--;
      }
      if (before > 0 && "*!/".indexOf(text.charAt(before)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static Found found(Library library, String version) {
    var number = ReleaseNumber.of(version);
    return new Found(
        library.name(),
        version,
        library.weaknesses().stream().filter(weakness -> weakness.concerns(number)).toList());
  }
}
