package uk.nhs.estate.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Serves pretend sites over HTTP and HTTPS on loopback: one port number for each of the two, and
/// an address for each site, so that one site can refuse while its neighbour answers.
///
/// A visitor gets the site that the server name (RFC 6066 §3) or the Host header (RFC 9110 §7.2)
/// names, else the site whose address it came to. Sites may be replaced while it runs.
public final class PracticeWeb implements Closeable {

  private static final int VISITORS = 1000;

  private record Place(PracticeSite site, InetAddress address) {}

  private final Workers workers = new Workers("practice-web", VISITORS);
  private final Loopback addresses = new Loopback(42);
  private final Map<String, Place> byName = new ConcurrentHashMap<>();
  private final Map<InetAddress, String> byAddress = new ConcurrentHashMap<>();
  private final Map<InetSocketAddress, Listener> listeners = new HashMap<>();
  private final Reception reception = new Reception(this);
  private final int httpPort;
  private final int httpsPort;

  private PracticeWeb(int httpPort, int httpsPort) throws IOException {
    this.httpPort = listen(Loopback.HOME, httpPort, false);
    this.httpsPort = listen(Loopback.HOME, httpsPort, true);
  }

  /// Starts on two free ports, with no site yet.
  public static PracticeWeb start() throws IOException {
    return new PracticeWeb(0, 0);
  }

  /// The port that stands in for 80.
  public int httpPort() {
    return httpPort;
  }

  /// The port that stands in for 443.
  public int httpsPort() {
    return httpsPort;
  }

  /// Opens a site, or puts it in the place of the earlier one of that host, at the same address.
  public synchronized void replace(PracticeSite site) throws IOException {
    var before = byName.get(site.host());
    var address = before == null ? addresses.next() : before.address();
    byName.put(site.host(), new Place(site, address));
    if (!address.equals(Loopback.HOME)) {
      byAddress.put(address, site.host());
      openOrClose(address, httpPort, site.http(), false);
      openOrClose(address, httpsPort, site.https(), true);
    }
  }

  /// The site of a host as it stands now.
  public Optional<PracticeSite> site(String host) {
    return Optional.ofNullable(byName.get(host.toLowerCase(Locale.ROOT))).map(Place::site);
  }

  /// Where a host is to be found, for its address record.
  public InetAddress addressOf(String host) {
    var place = byName.get(host);
    if (place == null) {
      throw new IllegalArgumentException("no pretend site is called " + host);
    }
    return place.address();
  }

  /// The site that a visitor to an address gets who asks for a name, or for none.
  Optional<PracticeSite> siteFor(Optional<String> name, InetAddress address) {
    return name.flatMap(this::site).or(() -> owner(address));
  }

  private Optional<PracticeSite> owner(InetAddress address) {
    return Optional.ofNullable(byAddress.get(address)).flatMap(this::site);
  }

  private void openOrClose(InetAddress address, int port, Door door, boolean secure)
      throws IOException {
    var at = new InetSocketAddress(address, port);
    boolean listening = listeners.containsKey(at);
    if (door instanceof Door.Closed) {
      var unwanted = listeners.remove(at);
      if (unwanted != null) {
        unwanted.close();
      }
    } else if (!listening) {
      listen(address, port, secure);
    }
  }

  private int listen(InetAddress address, int port, boolean secure) throws IOException {
    var at = Loopback.only(address, port);
    var listener = Listener.open(at, workers, visitor -> reception.receive(visitor, secure));
    listeners.put(new InetSocketAddress(address, listener.port()), listener);
    return listener.port();
  }

  @Override
  public synchronized void close() throws IOException {
    for (var listener : listeners.values()) {
      listener.close();
    }
    listeners.clear();
    workers.close();
  }
}
