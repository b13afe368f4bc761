package uk.nhs.estate.observation.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import uk.nhs.estate.observation.text.WebAddress;

class MarkupFuzzTest {

  @FuzzTest(maxDuration = "1s")
  void anyPageIsReadAndStaysTheSame(FuzzedDataProvider data) {
    var contentType = data.consumeString(40);
    var bytes = data.consumeRemainingAsBytes();
    var markup = Markup.read(bytes, "https://www.trust.nhs.uk/", contentType, false);
    assertThat(markup.steady())
        .isEqualTo(Markup.read(bytes, "https://www.trust.nhs.uk/", contentType, false).steady());
  }

  @FuzzTest(maxDuration = "1s")
  void anyAddressStaysTheSameWhenItIsReadAgain(FuzzedDataProvider data) {
    var read = WebAddress.parse(data.consumeRemainingAsString());
    read.filter(WebAddress::isOfTheWeb)
        .ifPresent(to -> assertThat(WebAddress.parse(to.toString())).contains(to));
  }
}
