package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class InternalDetailDisclosedTest extends PageCheckTest {

  InternalDetailDisclosedTest() {
    super(new InternalDetailDisclosed());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("nothing is told"),
        passes("addresses of the internet", header("X-Backend", "203.0.114.1")),
        passes(
            "the visitor's own machine",
            header("Content-Security-Policy", "connect-src localhost:* 127.0.0.1")),
        passes("a version", header("X-AspNet-Version", "10.0.0.1")),
        passes("a path", header("Link", "</var/www>; rel=x, </home/>")),
        passes("what differs at every look", header("X-Served-By", "web01.trust.local")),
        passes("a cookie", header("Set-Cookie", "a=10.0.0.1; Path=/; Secure; HttpOnly")),
        passes("a header that says nothing", header("X-FEServer", "")),
        fails(
            "an address",
            new Verdict.Fail("X-Backend", "http://10.1.2.3:8080/x"),
            header("X-Backend", "web http://10.1.2.3:8080/x")),
        fails(
            "an address of IPv6",
            new Verdict.Fail("X-Backend", "fd00"),
            header("X-Backend", "[fd00::1]:80")),
        fails(
            "a host",
            new Verdict.Fail("X-Host", "WEB01.trust.local"),
            header("X-Host", "WEB01.trust.local")),
        fails(
            "a place on a disk",
            new Verdict.Fail("X-Error", "inetpub"),
            header("X-Error", "in C:\\inetpub\\site\\index.aspx")),
        fails(
            "a server of mail",
            new Verdict.Fail("X-FEServer", "EXCH01"),
            header("X-FEServer", "EXCH01")));
  }
}
