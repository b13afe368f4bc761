package uk.nhs.estate.api;

import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Refusal;

/// Reads words of the register where a path or a parameter has them.
@Singleton
class Words implements TypeConverterRegistrar {

  @Override
  public void register(MutableConversionService conversions) {
    conversions.addConverter(CharSequence.class, DomainName.class, reading(DomainName::parse));
    conversions.addConverter(CharSequence.class, OdsCode.class, reading(OdsCode::parse));
    conversions.addConverter(CharSequence.class, SearchText.class, reading(SearchText::new));
    conversions.addConverter(CharSequence.class, RuleId.class, reading(RuleId::new));
  }

  private static <T> TypeConverter<CharSequence, T> reading(Function<String, T> read) {
    return (text, _, context) -> {
      try {
        return Optional.of(read.apply(text.toString()));
      } catch (Refusal refusal) {
        context.reject(text, refusal);
        return Optional.empty();
      }
    };
  }
}
