package org.basinlab.run;

import org.basinlab.stats.Interval;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How Basin writes and reads JSON: keys in snake case, an interval as {@code [low, high]}, and {@code null} for a
 * number that does not exist or is not finite.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(double.class, new Number())
                    .addSerializer(Double.class, new Number())
                    .addSerializer(new Numbers())
                    .addSerializer(new Ends())
                    .addDeserializer(Interval.class, new FromEnds()))
            .build();

    private Json() {}

    /** The mapper itself. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** A record as a JSON text. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static void write(double value, JsonGenerator to) {
        if (Double.isFinite(value)) {
            to.writeNumber(value);
        } else {
            to.writeNull();
        }
    }

    private static final class Number extends StdSerializer<Double> {
        Number() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator to, SerializationContext context) {
            write(value, to);
        }
    }

    private static final class Numbers extends StdSerializer<double[]> {
        Numbers() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator to, SerializationContext context) {
            to.writeStartArray();
            for (var value : values) {
                write(value, to);
            }
            to.writeEndArray();
        }
    }

    private static final class Ends extends StdSerializer<Interval> {
        Ends() {
            super(Interval.class);
        }

        @Override
        public void serialize(Interval interval, JsonGenerator to, SerializationContext context) {
            to.writeStartArray();
            write(interval.low(), to);
            write(interval.high(), to);
            to.writeEndArray();
        }
    }

    private static final class FromEnds extends StdDeserializer<Interval> {
        FromEnds() {
            super(Interval.class);
        }

        @Override
        public Interval deserialize(JsonParser from, DeserializationContext context) {
            var ends = context.readValue(from, Double[].class);
            if (ends.length != 2) {
                throw new IllegalArgumentException("an interval has two ends, not " + ends.length);
            }
            // What was written as null was no number, and an end can only be infinite.
            return new Interval(
                    ends[0] == null ? Double.NEGATIVE_INFINITY : ends[0],
                    ends[1] == null ? Double.POSITIVE_INFINITY : ends[1]);
        }
    }
}
