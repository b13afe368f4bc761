package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.CORP_CROSS_ORIGIN;
import static uk.nhs.estate.profile.observatory.Outcome.CORP_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.CORP_MISSING;
import static uk.nhs.estate.profile.observatory.Outcome.CORP_SAME_ORIGIN;
import static uk.nhs.estate.profile.observatory.Outcome.CORP_SAME_SITE;
import static uk.nhs.estate.profile.observatory.Outcome.NOSNIFF;
import static uk.nhs.estate.profile.observatory.Outcome.NOSNIFF_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.NOSNIFF_MISSING;
import static uk.nhs.estate.profile.observatory.Outcome.REFERRER_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.REFERRER_MISSING;
import static uk.nhs.estate.profile.observatory.Outcome.REFERRER_PRIVATE;
import static uk.nhs.estate.profile.observatory.Outcome.REFERRER_UNSAFE;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.nhs.estate.observation.page.Markup.Meta;
import uk.nhs.estate.observation.text.ContentTypeOptions;
import uk.nhs.estate.observation.text.ReferrerPolicy;

/// The results that hang on one header field.
final class HeaderOpinions {

  private static final String REFERRER = "Referrer-Policy";

  private HeaderOpinions() {}

  static Opinion contentTypeOptions(Look look) {
    var fields = look.values("X-Content-Type-Options");
    var joined = String.join(", ", fields);
    if (joined.isEmpty()) {
      return Opinion.shared(NOSNIFF_MISSING);
    }
    return new Opinion(
        joined.strip().equalsIgnoreCase("nosniff") ? NOSNIFF : NOSNIFF_INVALID,
        ContentTypeOptions.isNosniff(fields) ? NOSNIFF : NOSNIFF_INVALID,
        Deviation.NOSNIFF_FIRST);
  }

  static Opinion resourcePolicy(Look look) {
    var joined = look.joined("Cross-Origin-Resource-Policy").strip();
    return new Opinion(
        resourcePolicy(joined.toLowerCase(Locale.ROOT)),
        resourcePolicy(joined),
        Deviation.CORP_CASE);
  }

  private static Outcome resourcePolicy(String value) {
    return switch (value) {
      case "" -> CORP_MISSING;
      case "same-origin" -> CORP_SAME_ORIGIN;
      case "same-site" -> CORP_SAME_SITE;
      case "cross-origin" -> CORP_CROSS_ORIGIN;
      default -> CORP_INVALID;
    };
  }

  static Opinion referrerPolicy(Look look) {
    var fields = look.values(REFERRER);
    var theirMetas = look.isTheirPage() ? theirMetas(look) : List.<String>of();
    var ourMetas =
        look.typedMarkup().stream()
            .flatMap(markup -> markup.metas().stream())
            .filter(meta -> meta.name().equals("referrer") && !meta.content().isEmpty())
            .map(Meta::content)
            .toList();
    var theirs =
        referrerPolicy(fields, theirMetas.isEmpty() ? theirMetas : List.of(theirMetas.getLast()));
    var ours = referrerPolicy(fields, ourMetas.stream().map(HeaderOpinions::modern).toList());
    return theirs.modifier() == ours.modifier()
        ? Opinion.shared(theirs)
        : new Opinion(theirs, ours, Deviation.REFERRER_META);
  }

  private static List<String> theirMetas(Look look) {
    return look.tags().metas().stream()
        .filter(meta -> !(meta.hasAttr("http-equiv") && meta.hasAttr("content")))
        .filter(meta -> meta.attr("name").strip().equalsIgnoreCase("referrer"))
        .map(meta -> meta.attr("content"))
        .filter(content -> !content.isEmpty())
        .toList();
  }

  private static String modern(String content) {
    return switch (content.toLowerCase(Locale.ROOT)) {
      case "never" -> "no-referrer";
      case "default" -> "strict-origin-when-cross-origin";
      case "always" -> "unsafe-url";
      case "origin-when-crossorigin" -> "origin-when-cross-origin";
      default -> content;
    };
  }

  private static Outcome referrerPolicy(List<String> fields, List<String> metas) {
    if (fields.isEmpty() && metas.isEmpty()) {
      return REFERRER_MISSING;
    }
    var all = Stream.concat(fields.stream(), metas.stream()).toList();
    return ReferrerPolicy.parse(all)
        .map(
            policy ->
                switch (policy) {
                  case NO_REFERRER, SAME_ORIGIN, STRICT_ORIGIN, STRICT_ORIGIN_WHEN_CROSS_ORIGIN ->
                      REFERRER_PRIVATE;
                  case ORIGIN, ORIGIN_WHEN_CROSS_ORIGIN, UNSAFE_URL, NO_REFERRER_WHEN_DOWNGRADE ->
                      REFERRER_UNSAFE;
                })
        .orElse(REFERRER_INVALID);
  }
}
