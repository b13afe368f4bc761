package uk.nhs.estate.access;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Gives every request an id, the caller's own where it is fit to be shown, and writes it into the
/// answer and every line of the log.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class RequestIds {
  private static final String KEY = "request";
  private static final String HEADER = "X-Request-ID";
  private static final String ATTRIBUTE = RequestIds.class.getName();
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]{1,128}");

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    var ids = request.getHeaders().getAll(HEADER);
    var id =
        ids.size() == 1 && PRINTABLE.matcher(ids.getFirst()).matches()
            ? ids.getFirst()
            : UUID.randomUUID().toString();
    request.setAttribute(ATTRIBUTE, id);
    context.add(new InTheLog(id));
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request.getAttribute(ATTRIBUTE, String.class).ifPresent(id -> response.header(HEADER, id));
  }

  /// Puts the id of a request into the log until it is closed.
  public static MDC.MDCCloseable inLog(HttpRequest<?> request) {
    return MDC.putCloseable(KEY, request.getAttribute(ATTRIBUTE, String.class).orElse(""));
  }

  /// Goes with the request from thread to thread.
  private record InTheLog(String id) implements ThreadPropagatedContextElement<@Nullable String> {
    @Override
    public @Nullable String updateThreadContext() {
      var before = MDC.get(KEY);
      MDC.put(KEY, id);
      return before;
    }

    @Override
    public void restoreThreadContext(@Nullable String before) {
      if (before == null) {
        MDC.remove(KEY);
      } else {
        MDC.put(KEY, before);
      }
    }
  }
}
