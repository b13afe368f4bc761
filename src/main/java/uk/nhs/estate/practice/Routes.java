package uk.nhs.estate.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The replies of one pretend site by what is asked for, and one reply for everything else.
public record Routes(Map<String, Reply> replies, Reply otherwise) {

  public Routes {
    replies = Map.copyOf(replies);
  }

  /// The same reply, whatever is asked for.
  public static Routes everything(Reply reply) {
    return new Routes(Map.of(), reply);
  }

  /// The same with a reply for one path.
  public Routes with(String path, Reply reply) {
    var all = new LinkedHashMap<>(replies);
    all.put(path, reply);
    return new Routes(all, otherwise);
  }

  /// The same without a reply of its own for one path.
  public Routes without(String path) {
    var all = new LinkedHashMap<>(replies);
    all.remove(path);
    return new Routes(all, otherwise);
  }

  /// The same with every reply changed.
  public Routes each(UnaryOperator<Reply> change) {
    var all = new LinkedHashMap<String, Reply>();
    replies.forEach((path, reply) -> all.put(path, change.apply(reply)));
    return new Routes(all, change.apply(otherwise));
  }

  /// The reply to a request target (RFC 9112 §3.2): the whole of it, else its path, else the rest.
  Reply to(String target) {
    var path = target.split("[?#]", 2)[0];
    var exact = replies.get(target);
    return exact != null ? exact : replies.getOrDefault(path, otherwise);
  }
}
