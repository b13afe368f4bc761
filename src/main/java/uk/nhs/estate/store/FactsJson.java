package uk.nhs.estate.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OdsCode;

/// Facts as JSON and back, in ASCII: what JSON must not hold raw is escaped, and so is what a
/// terminal must not get. A sealed type says which of its kinds it is in the field `is`; a large
/// part stands as its SHA-256, to be kept beside it.
public final class FactsJson {
  private static final String PARTS = "parts";
  private static final ObjectMapper KEEPING = mapper(true);
  private static final ObjectMapper SHOWING = mapper(false);

  private FactsJson() {}

  /// Facts as they are kept.
  ///
  /// @param parts the large parts that the JSON names by their hash
  public record Kept(String json, Map<String, Part> parts) {}

  /// Writes facts to be kept.
  public static Kept keep(Facts facts) {
    var parts = new HashMap<String, Part>();
    try {
      return new Kept(
          KEEPING.writer().withAttribute(PARTS, parts).writeValueAsString(facts), parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Facts can always be written", e);
    }
  }

  /// Reads facts that were kept.
  ///
  /// @param parts the bytes of a large part by its hash
  public static <F extends Facts> F read(
      String json, Class<F> type, Function<String, byte[]> parts) {
    try {
      return KEEPING.readerFor(type).withAttribute(PARTS, parts).readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kept facts can always be read", e);
    }
  }

  /// Any of our records as JSON for people and programs, large parts in base64.
  public static String write(Object value) {
    try {
      return SHOWING.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our records can always be written", e);
    }
  }

  /// The same, indented.
  public static String writeForPeople(Object value) {
    try {
      return SHOWING.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our records can always be written", e);
    }
  }

  /// Reads the verdicts of a target, which were written as our records are.
  static List<VerdictRow> verdicts(String json) {
    try {
      return List.of(SHOWING.readValue(json, VerdictRow[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kept verdicts can always be read", e);
    }
  }

  private static ObjectMapper mapper(boolean partsApart) {
    var module =
        new SimpleModule()
            .addSerializer(DomainName.class, ToStringSerializer.instance)
            .addSerializer(OdsCode.class, ToStringSerializer.instance)
            .addSerializer(Part.class, partsApart ? new PartByHash() : new PartInBase64())
            .addDeserializer(Part.class, new PartOfHash());
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(module)
        .annotationIntrospector(new SealedTypes())
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // facts kept before a list was part of them are read as having nothing in it
        .withConfigOverride(
            List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
        .build();
  }

  /// Gives every sealed interface a field `is` with the simple name of the record.
  private static final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return annotated.getRawType().isSealed()
          ? JsonTypeInfo.Value.construct(
              JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, true)
          : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
      return annotated.getRawType().isSealed()
          ? Arrays.stream(annotated.getRawType().getPermittedSubclasses())
              .map(type -> new NamedType(type, type.getSimpleName()))
              .toList()
          : super.findSubtypes(annotated);
    }
  }

  private static final class PartByHash extends JsonSerializer<Part> {
    @Override
    @SuppressWarnings("unchecked")
    public void serialize(Part part, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      ((Map<String, Part>) provider.getAttribute(PARTS)).put(part.hash(), part);
      out.writeString(part.hash());
    }
  }

  private static final class PartInBase64 extends JsonSerializer<Part> {
    @Override
    public void serialize(Part part, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      out.writeStringField("sha256", part.hash());
      out.writeBinaryField("base64", part.bytes());
      out.writeEndObject();
    }
  }

  private static final class PartOfHash extends JsonDeserializer<Part> {
    @Override
    @SuppressWarnings("unchecked")
    public Part deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return new Part(((Function<String, byte[]>) context.getAttribute(PARTS)).apply(in.getText()));
    }
  }
}
