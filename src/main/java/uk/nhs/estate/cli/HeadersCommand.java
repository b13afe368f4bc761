package uk.nhs.estate.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.nhs.estate.advice.HeaderPreview;
import uk.nhs.estate.advice.HeaderText;
import uk.nhs.estate.advice.ProposedHeader;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.store.FactsJson;

/// Judges the header of a page before it is sent.
@Command(
    name = "headers",
    description = {
      "Judges the header that a page is to have before it is deployed: what the checks would say of"
          + " it, what would be different from today, our score, and one comparable to MDN HTTP"
          + " Observatory's.",
      "FILE holds what is to be sent, one field on a line as in 'Name: value', and maybe the status"
          + " line first: what 'curl -sI' prints. It is the whole header of the page, unless"
          + " --merge is given. Nothing is stored or sent."
    },
    footer = {
      "",
      "Examples:",
      "  curl -sI https://www.example.nhs.uk/ > headers.txt, then change headers.txt and",
      "  estate headers --simulate headers.txt --host www.example.nhs.uk",
      "  estate headers --simulate headers.txt --against today.txt --page index.html",
      "  estate headers --simulate new-policy.txt --merge --host www.example.nhs.uk --json"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, nothing urgent or advisory would be found",
      "1:done, and something urgent or advisory would be found",
      "2:the command line is not understood",
      "3:what was given is refused: a name, a file, a line of it, a setting",
      "4:the site has no page of its own today, or nothing could be seen of it",
      "6:there is no such name, or it has no address",
      "7:nobody listens on the ports for HTTP and HTTPS",
      "70:a fault of the program itself"
    },
    mixinStandardHelpOptions = true)
final class HeadersCommand implements Callable<Integer> {
  private static final String NOTHING_BUT_A_TITLE =
      "<!doctype html><html lang=en><title>Page</title>";

  private static final int LONGEST_PAGE = 2 * 1024 * 1024;

  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Option(
      names = "--simulate",
      paramLabel = "FILE",
      required = true,
      description = "The header that is to be sent.")
  String file;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The site whose page is to have it; it is looked at now.")
  @Nullable String host;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "The header that is sent today, when the site is not to be looked at.")
  @Nullable String against;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description =
          "The page that is to have it, in HTML. Default: that of today, if HOST is given; else one"
              + " that has nothing but a title.")
  @Nullable String page;

  @Option(
      names = "--merge",
      description = "Keep what is sent today and is not named in FILE; else it would be gone.")
  boolean merge;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    if (host != null && against != null) {
      throw new Refusal("against", "Give --host or --against, not both.");
    }
    if (merge && host == null && against == null) {
      throw new Refusal("merge", "There is nothing to merge with: give --host or --against.");
    }
    var proposed = new ProposedHeader(header(file), merge, page());
    try (var once = new OneLook(config, world, EnumSet.of(Topic.ADDRESS, Topic.TLS, Topic.HTTP))) {
      return host == null ? onPaper(once, proposed) : at(host, once, proposed);
    }
  }

  /// Without a site: against another file, or nothing.
  private int onPaper(OneLook once, ProposedHeader proposed) {
    var now = InstantSource.system().instant();
    var site = PublicSuffixes.bundled().site(DomainName.parse(ProposedHeader.NOWHERE));
    if (against == null) {
      var nothing = new Observation(site, now, List.of());
      return show(
          once, HeaderPreview.alone(nothing, seen(site, proposed.alone(now)), once.checks()));
    }
    var today = new ProposedHeader(header(against), false, proposed.page()).alone(now);
    return compare(once, proposed, seen(site, today));
  }

  private int at(String name, OneLook once, ProposedHeader proposed) {
    var site = PublicSuffixes.bundled().site(DomainName.parse(name));
    if (Terminal.isWatched()) {
      spec.commandLine().getErr().println("Looking at the website " + site + " …");
    }
    var today = once.look().atWeb(site, ScanLevel.ORDINARY);
    return ScanWebCommand.hidden(site, today)
        .map(hidden -> end(hidden.status(), hidden.words()))
        .orElseGet(() -> compare(once, proposed, today));
  }

  private int compare(OneLook once, ProposedHeader proposed, Observation today) {
    return HeaderPreview.of(today, proposed, once.checks())
        .map(preview -> show(once, preview))
        .orElseGet(
            () ->
                end(
                    EstateCommand.NOTHING_SEEN,
                    today.target()
                        + " shows no page of its own over HTTPS today that could have this"
                        + " header"));
  }

  private int show(OneLook once, HeaderPreview preview) {
    var today = preview.today();
    var report =
        new HeadersReport(
            file,
            today.sightings().isEmpty() ? null : once.ofWeb(today),
            once.ofWeb(preview.proposed()),
            preview);
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(FactsJson.write(report.forPrograms()));
    } else {
      Narrow.print(out, report::print);
    }
    var then = preview.consequences();
    return Stream.concat(then.opens().stream(), then.stays().stream())
            .anyMatch(found -> found.rule().severity() != Severity.INFORMATIONAL)
        ? EstateCommand.FAULTS_FOUND
        : 0;
  }

  private static Observation seen(Site site, HttpFacts http) {
    return new Observation(site, http.seenAt(), List.of(new Sighting.Seen(Topic.HTTP, http)));
  }

  private static HeaderText header(String path) {
    return HeaderText.parse(path, read(path, HeaderText.LONGEST));
  }

  /// What a policy does to a page can be said only of a page.
  private @Nullable Part page() {
    if (page != null) {
      return content(page);
    }
    return host == null ? new Part(NOTHING_BUT_A_TITLE.getBytes(StandardCharsets.UTF_8)) : null;
  }

  private static Part content(String path) {
    var octets = read(path, LONGEST_PAGE);
    if (octets.length > LONGEST_PAGE) {
      throw new Refusal("page", path + " is longer than 2 MiB.");
    }
    return new Part(octets);
  }

  /// One byte more than may be there, if there is one.
  private static byte[] read(String path, int most) {
    try (InputStream in = new FileInputStream(path)) {
      return in.readNBytes(most + 1);
    } catch (IOException | InvalidPathException e) {
      throw new Refusal("file", path + " cannot be read: " + e.getMessage());
    }
  }

  private int end(int status, String words) {
    spec.commandLine().getErr().println("estate: " + Terminal.safe(words));
    return status;
  }
}
