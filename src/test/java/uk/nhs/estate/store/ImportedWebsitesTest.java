package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.store.TestRegister.practice;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.store.RowExplanation.Outcome;

class ImportedWebsitesTest {
  @TempDir Path folder;
  private TestRegister register;

  @BeforeEach
  void openRegister() {
    register = new TestRegister(folder);
    register.takePractices("A81001", "A81002", "A81003");
  }

  @Test
  void registersTheDomainAndTheSiteOfAWebsite() {
    var tally = register.takeWebsites("gp.csv", "A81001,https://www.one-surgery.nhs.uk/welcome");
    assertThat(tally.added()).isEqualTo(1);
    assertThat(tally.newEntries()).containsOnlyKeys("domain", "site", "claim").containsValue(1L);
    assertThat(register.targets())
        .containsExactly("DOMAIN one-surgery.nhs.uk", "SITE www.one-surgery.nhs.uk");
    assertThat(
            register.texts(
                "select concat_ws('|', organisation, relation, inferred, evidence) from claim"))
        .containsExactly("A81001|HOLDER|t|gp.csv, line 2");
    assertThat(register.explained(Outcome.NOTED))
        .containsExactly("2 website: left out the path “/welcome”");
  }

  @Test
  void changesNothingWhenImportedAgain() {
    String[] rows = {"A81001,www.one.co.uk", "A81002,www.two.co.uk", "A81003,www.two.co.uk"};
    register.takeWebsites("gp.csv", rows);
    var history = register.texts("select id from history");
    var again = register.takeWebsites("gp.csv", rows);
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(register.texts("select id from history")).isEqualTo(history);
    assertThat(register.explanations).isEmpty();
  }

  @Test
  void refusesTheWebsiteOfAnUnknownOrganisation() {
    var tally =
        register.takeWebsites("gp.csv", "A81001,www.one.co.uk", "A81999,www.other.co.uk or two.uk");
    assertThat(tally.refused()).isEqualTo(1);
    assertThat(tally.reasons()).containsEntry("unknown-organisation", 1L);
    assertThat(register.explained(Outcome.REFUSED))
        .containsExactly(
            "3 ods_code: The register has no organisation A81999: import the file of ODS that lists"
                + " it first.");
    assertThat(register.targets()).noneMatch(target -> target.contains("other"));
  }

  @Test
  void guessesThatAnUnknownCodeIsABranchOfAPractice() {
    register.takeWebsites("gp.csv", "A81001,www.one.co.uk", "A81002001,www.branch.co.uk");
    assertThat(register.explained(Outcome.REFUSED))
        .containsExactly(
            "3 ods_code: The register has no organisation A81002001, only A81002: is it a branch of"
                + " that practice?");
  }

  @Test
  void makesOneSiteAndSeveralClaimsOfAHostThatPracticesShare() {
    var tally =
        register.takeWebsites(
            "gp.csv", "A81001,www.group.co.uk", "A81002,http://www.group.co.uk/two");
    assertThat(tally.added()).isEqualTo(2);
    assertThat(register.targets()).containsExactly("DOMAIN group.co.uk", "SITE www.group.co.uk");
    assertThat(register.claims())
        .containsExactly(
            "A81001 SITE www.group.co.uk SUPPLIER_RUN", "A81002 SITE www.group.co.uk SUPPLIER_RUN");
  }

  @Test
  void takesTheHostsOfASupplierForSupplierRun() {
    register.takeWebsites(
        "gp.csv", "A81001,one.supplier.co.uk", "A81002,two.supplier.co.uk", "A81003,x.github.io");
    assertThat(register.claims()).hasSize(3).allMatch(claim -> claim.endsWith(" SUPPLIER_RUN"));
  }

  @Test
  void infersTheRelationAgainWhenAnotherPracticeTurnsUp() {
    register.takeWebsites("first.csv", "A81001,www.supplier.co.uk");
    assertThat(register.claims()).containsExactly("A81001 SITE www.supplier.co.uk HOLDER");
    var tally =
        register.takeWebsites("second.csv", "A81003,own.co.uk", "A81002,two.supplier.co.uk");
    assertThat(tally.added()).isEqualTo(2);
    assertThat(tally.changedEntries()).containsEntry("claim", 1L);
    assertThat(register.explained(Outcome.CHANGED))
        .containsExactly(
            "3 relation: A81001 at www.supplier.co.uk: HOLDER → SUPPLIER_RUN, as the number of"
                + " organisations with websites there is 2");
    assertThat(register.claims())
        .containsExactly(
            "A81003 SITE own.co.uk HOLDER",
            "A81002 SITE two.supplier.co.uk SUPPLIER_RUN",
            "A81001 SITE www.supplier.co.uk SUPPLIER_RUN");
  }

  @Test
  void leavesARelationThatAPersonDecided() {
    register.takeWebsites("first.csv", "A81001,www.trust.nhs.uk");
    register.run("update claim set inferred = false");
    register.takeWebsites("second.csv", "A81001,www.trust.nhs.uk", "A81002,two.trust.nhs.uk");
    assertThat(register.claims())
        .containsExactly(
            "A81002 SITE two.trust.nhs.uk SUPPLIER_RUN", "A81001 SITE www.trust.nhs.uk HOLDER");
  }

  @Test
  void leavesATrustItsDomainWhenPracticesHavePagesThere() {
    register.run(
        "insert into organisation (code, name, type, status) values ('RXX', 'T', 'TRUST',"
            + " 'ACTIVE')");
    register.takeWebsites("gp.csv", "A81001,www.trust.nhs.uk");
    assertThat(register.claims()).containsExactly("A81001 SITE www.trust.nhs.uk HOLDER");
    register.takeWebsites("trusts.csv", "RXX,www.trust.nhs.uk");
    register.takeWebsites("gp.csv", "A81002,www.trust.nhs.uk");
    assertThat(register.claims())
        .containsExactly(
            "A81001 SITE www.trust.nhs.uk SUPPLIER_RUN",
            "A81002 SITE www.trust.nhs.uk SUPPLIER_RUN",
            "RXX SITE www.trust.nhs.uk HOLDER");
  }

  @Test
  void doesNotCountAClaimThatHasEnded() {
    register.takeWebsites("first.csv", "A81001,www.moved.co.uk");
    register.run("update claim set until_date = '2020-01-01'");
    register.takeWebsites("second.csv", "A81002,www.moved.co.uk");
    assertThat(register.claims())
        .containsExactly(
            "A81001 SITE www.moved.co.uk HOLDER", "A81002 SITE www.moved.co.uk HOLDER");
  }

  @Test
  void takesADomainThatIsListedAsOneForHeld() {
    register.take(
        register.file("d.csv", "ods_code,domain\n", "A81001,one.nhs.uk\n", "A81002,one.nhs.uk\n"));
    assertThat(register.targets()).containsExactly("DOMAIN one.nhs.uk");
    assertThat(register.claims())
        .containsExactly("A81001 DOMAIN one.nhs.uk HOLDER", "A81002 DOMAIN one.nhs.uk HOLDER");
    assertThat(register.texts("select distinct cast(inferred as text) from claim"))
        .containsExactly("false");
  }

  @Test
  void takesAListOfHostsThatSaysNotWhoseTheyAre() {
    var tally =
        register.take(
            register.file(
                "hosts.csv",
                "host,wildcard\n",
                "www.one.nhs.uk,0\n",
                "two.nhs.uk,1\n",
                "a.two.nhs.uk,1\n"));
    assertThat(tally.added()).isEqualTo(2);
    assertThat(tally.unchanged()).isEqualTo(1);
    assertThat(register.targets())
        .containsExactly("DOMAIN one.nhs.uk", "DOMAIN two.nhs.uk", "SITE www.one.nhs.uk");
    assertThat(register.claims()).isEmpty();
    assertThat(register.explained(Outcome.NOTED))
        .contains("4 name: says of two.nhs.uk what line 3 says");
  }

  @Test
  void countsARowThatNamesNoWebsiteAsUnchanged() {
    var tally = register.takeWebsites("gp.csv", "A81001,www.one.co.uk", "A81002,");
    assertThat(tally.unchanged()).isEqualTo(1);
    assertThat(tally.notes()).containsEntry("nothing-given", 1L);
  }

  @Test
  void leavesARetiredSiteRetired() {
    register.takeWebsites("gp.csv", "A81001,www.one.co.uk");
    register.run("update target set lifecycle = 'RETIRED', retired_at = now() where kind = 'SITE'");
    register.takeWebsites("gp.csv", "A81001,www.one.co.uk");
    assertThat(register.texts("select lifecycle from target where kind = 'SITE'"))
        .containsExactly("RETIRED");
    assertThat(register.explained(Outcome.NOTED))
        .containsExactly("2 name: www.one.co.uk is retired in the register, and stays so");
  }

  @Test
  void leavesAClosedOrganisationItsEntries() {
    register.takeWebsites("gp.csv", "A81001,www.one.co.uk");
    register.take(register.file("p.csv", practice("A81001", "PRACTICE 0", "C", "01642 672351")));
    assertThat(register.texts("select status from organisation where code = 'A81001'"))
        .containsExactly("CLOSED");
    assertThat(register.claims()).containsExactly("A81001 SITE www.one.co.uk HOLDER");
    assertThat(register.texts("select lifecycle from target where kind = 'SITE'"))
        .containsExactly("ACTIVE");
  }

  @Test
  void reachesTheDomainFromASiteThatIsHeld() {
    register.takeWebsites("gp.csv", "A81001,www.one.co.uk", "A81002,a.b.co.uk", "A81003,c.b.co.uk");
    assertThat(
            register.texts(
                "select concat_ws(' ', r.organisation, t.name) from claim_reach r"
                    + " join target t on t.id = r.target_id order by 1"))
        .containsExactly(
            "A81001 one.co.uk", "A81001 www.one.co.uk", "A81002 a.b.co.uk", "A81003 c.b.co.uk");
  }
}
