package uk.nhs.estate.check.dns;

class NameServersWithoutIpv4Test extends AddressFamilyCheckTest {
  NameServersWithoutIpv4Test() {
    super(new NameServersWithoutIpv4(), "A");
  }
}
