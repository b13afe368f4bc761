package uk.nhs.estate.observation.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the words of a page give away: that nobody has put a page there yet, that it lists files,
/// or that a program shows its insides.
///
/// Each is a title, or words that stand together on no page that means something else.
public enum Telltale {
  NGINX(Kind.DEFAULT_PAGE, "nginx", "welcome to nginx!", "", List.of()),
  NGINX_DISTRIBUTION(
      Kind.DEFAULT_PAGE, "nginx", "test page for the nginx http server", "", List.of()),
  APACHE(Kind.DEFAULT_PAGE, "Apache", "apache2 ", "default page: it works", List.of()),
  APACHE_RED_HAT(
      Kind.DEFAULT_PAGE, "Apache", "test page for the apache http server", "", List.of()),
  APACHE_BARE(Kind.DEFAULT_PAGE, "Apache", "", "", List.of()) {
    @Override
    boolean isIn(String shownTitle, String words) {
      return shownTitle.isEmpty() && words.equals("it works!");
    }
  },
  IIS(Kind.DEFAULT_PAGE, "IIS", "iis windows", "", List.of()),
  IIS_7(Kind.DEFAULT_PAGE, "IIS", "iis7", "", List.of()),
  TOMCAT(
      Kind.DEFAULT_PAGE,
      "Tomcat",
      "apache tomcat",
      "",
      List.of("if you're seeing this, you've successfully installed tomcat")),
  CPANEL(Kind.DEFAULT_PAGE, "cPanel", "default web site page", "", List.of()),
  PLESK(Kind.DEFAULT_PAGE, "Plesk", "domain default page", "", List.of()),
  PARKED(
      Kind.PARKED, "a page for names that are not used", "", "", List.of("this domain is parked")),
  PARKED_NAME(
      Kind.PARKED,
      "a page for names that are not used",
      "",
      "",
      List.of("this domain name is parked")),
  FOR_SALE(
      Kind.PARKED,
      "a page that offers the name for sale",
      "",
      "",
      List.of("this domain is for sale")),
  FOR_SALE_NAME(
      Kind.PARKED,
      "a page that offers the name for sale",
      "",
      "",
      List.of("this domain name is for sale")),
  LISTING(Kind.LISTING, "a list of files", "index of /", "", List.of("parent directory")),
  LISTING_ROOT(Kind.LISTING, "a list of files", "index of /", "", List.of("last modified", "size")),
  LISTING_NGINX(Kind.LISTING, "a list of files", "index of /", "", List.of("../")),
  LISTING_IIS(Kind.LISTING, "a list of files", " - /", "", List.of("[to parent directory]")),
  LISTING_PYTHON(Kind.LISTING, "a list of files", "directory listing for /", "", List.of()),
  WERKZEUG(
      Kind.CONSOLE,
      "the debugger of Werkzeug (Flask)",
      "werkzeug debugger",
      "",
      List.of("traceback (most recent call last)")),
  DJANGO(
      Kind.DEBUG,
      "Django with DEBUG = True",
      "",
      "",
      List.of("you're seeing this error because you have debug = true")),
  LARAVEL(Kind.DEBUG, "Laravel's error page", "whoops! there was an error", "", List.of()),
  SYMFONY(Kind.DEBUG, "Symfony's error page", "", "", List.of("symfony exception", "stack trace")),
  ASP_NET(
      Kind.DEBUG,
      "ASP.NET with its details shown",
      "",
      "",
      List.of("server error in '", "stack trace:", "version information:")),
  PHP(Kind.DEBUG, "PHP", "", "", List.of()) {
    @Override
    boolean isIn(String shownTitle, String words) {
      return Stream.of("warning: ", "fatal error: ", "parse error: ", "notice: ", "deprecated: ")
          .anyMatch(start -> isPhp(words, start));
    }
  },
  RAILS(
      Kind.DEBUG,
      "Ruby on Rails in development",
      "action controller: exception caught",
      "",
      List.of()),
  JAVA(
      Kind.DEBUG,
      "a Java application server",
      "",
      "",
      List.of("exception report", "stack trace", ".java:")),
  PYTHON(
      Kind.DEBUG,
      "Python",
      "",
      "",
      List.of("traceback (most recent call last):", "file \"", ", line "));

  /// What it means.
  public enum Kind {
    /// What a server shows until somebody puts a page there.
    DEFAULT_PAGE,
    /// What a registrar shows of a name that is not used.
    PARKED,
    /// The files in a folder.
    LISTING,
    /// Errors in the words of programmers.
    DEBUG,
    /// A debugger in which visitors can run code.
    CONSOLE
  }

  private final Kind kind;
  private final String whose;
  private final String title;
  private final String titleToo;
  private final List<String> texts;

  Telltale(Kind kind, String whose, String title, String titleToo, List<String> texts) {
    this.kind = kind;
    this.whose = whose;
    this.title = title;
    this.titleToo = titleToo;
    this.texts = texts;
  }

  public Kind kind() {
    return kind;
  }

  /// Whose it is, in words.
  public String whose() {
    return whose;
  }

  /// The first that a page shows of some kind.
  public static Optional<Telltale> of(Markup markup, Kind kind) {
    var title = markup.title().toLowerCase(Locale.ROOT);
    var words = markup.words().toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(one -> one.kind == kind && one.isIn(title, words))
        .findFirst();
  }

  boolean isIn(String shownTitle, String words) {
    return !(title.isEmpty() && texts.isEmpty())
        && shownTitle.contains(title)
        && shownTitle.contains(titleToo)
        && texts.stream().allMatch(words::contains);
  }

  /// PHP names the file and the line: `Warning: … in /var/www/x.php on line 3`.
  private static boolean isPhp(String words, String start) {
    int at = words.indexOf(start);
    if (at < 0) {
      return false;
    }
    var message = words.substring(at, Math.min(words.length(), at + 600));
    int file = message.indexOf(".php on line ");
    return file > 0 && message.lastIndexOf(" in ", file) > 0;
  }
}
