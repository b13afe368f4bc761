package uk.nhs.estate.check.dns;

class NameServersWithoutIpv6Test extends AddressFamilyCheckTest {
  NameServersWithoutIpv6Test() {
    super(new NameServersWithoutIpv6(), "AAAA");
  }
}
