package org.basinlab.data.datavec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.basinlab.data.IdxBytes;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.listener.impl.LogRecordListener;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.split.FileSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class IdxRecordReaderTest {
    @TempDir
    Path folder;

    private LabelledImages images;
    private IdxRecordReader reader;

    @BeforeEach
    void open() throws IOException {
        IdxBytes.writeSet(folder);
        images = ImageFolder.train(folder);
        reader = new IdxRecordReader(ImageFolder.Part.TRAIN);
        reader.initialize(new FileSplit(folder.toFile()));
    }

    @Test
    void dl4jSeesTheSamePixelsAndLabels() {
        var batches = new RecordReaderDataSetIterator(
                reader, 32, 1, reader.getLabels().size());

        for (var pass = 0; pass < 2; pass++) {
            var image = 0;
            while (batches.hasNext()) {
                var batch = batches.next();
                assertThat(batch.getFeatures().shape()).containsExactly(Math.min(32, 300 - image), 6);
                assertThat(batch.getLabels().shape()).containsExactly(Math.min(32, 300 - image), 10);
                for (var i = 0; i < batch.numExamples(); i++, image++) {
                    for (var p = 0; p < 6; p++) {
                        assertThat(batch.getFeatures().getFloat(i, p)).isEqualTo((images.pixel(image, p) + 1) / 256f);
                    }
                    for (var label = 0; label < 10; label++) {
                        assertThat(batch.getLabels().getFloat(i, label))
                                .isEqualTo(label == images.label(image) ? 1f : 0f);
                    }
                }
            }
            assertThat(image).isEqualTo(300);
            batches.reset();
        }
    }

    @Test
    void recordIsRowVectorAndClass() {
        var record = reader.next();

        assertThat(record).hasSize(2);
        var image = ((NDArrayWritable) record.get(0)).get();
        assertThat(image.shape()).containsExactly(1, 6);
        assertThat(image.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(record.get(1)).isEqualTo(new IntWritable(images.label(0)));
    }

    @Test
    void blackIsOneIn256AndWhiteIsOne() {
        var two = new IdxRecordReader(new LabelledImages(1, 2, new byte[] {0, (byte) 255}, new byte[1], Map.of()));

        var image = ((NDArrayWritable) two.next().get(0)).get();

        assertThat(image.toFloatVector()).containsExactly(1 / 256f, 1f);
    }

    @Test
    void imagesInMemoryNeedNoFiles() {
        var inMemory = new IdxRecordReader(ImageFolder.test(folder));
        assertThat(inMemory.getLabels()).containsExactly("0", "1", "2", "3", "4", "5", "6");

        inMemory.next();
        inMemory.initialize(null);

        for (var label = 3; label <= 6; label++) {
            assertThat(inMemory.next().get(1)).isEqualTo(new IntWritable(label));
        }
        assertThat(inMemory.hasNext()).isFalse();
        assertThatThrownBy(inMemory::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("all 4 images are read; reset() starts over");
    }

    @Test
    void testPartAndConfiguration() {
        var test = new IdxRecordReader(ImageFolder.Part.TEST);
        var configuration = new Configuration();

        test.initialize(configuration, new FileSplit(folder.toFile()));

        assertThat(test.getConf()).isSameAs(configuration);
        assertThat(test.next().get(1)).isEqualTo(new IntWritable(3));
    }

    @Test
    void recordsComeBackByTheirPlace() {
        reader.next();
        var second = reader.nextRecord();

        assertThat(second.getMetaData().getURI()).isEqualTo(folder.toFile().toURI());
        assertThat(reader.loadFromMetaData(second.getMetaData()).getRecord()).isEqualTo(second.getRecord());
        assertThat(reader.loadFromMetaData(List.of(second.getMetaData(), second.getMetaData())))
                .hasSize(2);
        var beyond = new RecordMetaDataIndex(300, null, IdxRecordReader.class);
        assertThatThrownBy(() -> reader.loadFromMetaData(beyond)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dl4jLoadsByPlace() throws IOException {
        var batches = new RecordReaderDataSetIterator(reader, 4, 1, 10);
        batches.setCollectMetaData(true);
        batches.next();
        var batch = batches.next();

        var again = batches.loadFromMetaData(batch.getExampleMetaData(RecordMetaDataIndex.class).stream()
                .map(place -> (RecordMetaData) place)
                .toList());

        assertThat(again.getFeatures()).isEqualTo(batch.getFeatures());
        assertThat(again.getLabels()).isEqualTo(batch.getLabels());
    }

    @Test
    void serializedReaderIsInitializedAgain() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(reader);
        }
        IdxRecordReader copy;
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = (IdxRecordReader) in.readObject();
        }

        assertThatThrownBy(copy::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call initialize");
        copy.initialize(new FileSplit(folder.toFile()));
        assertThat(copy.next()).isEqualTo(reader.next());
    }

    @Test
    void listenersHearOfEveryRecord() {
        reader.setListeners(new LogRecordListener());
        reader.next();
        assertThat(reader.getListeners()).singleElement().matches(listener -> listener.invoked());
    }

    @Test
    void refusals() {
        var split = new CollectionInputSplit(List.of(folder.toUri()));
        assertThatThrownBy(() -> reader.initialize(split))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(": give a FileSplit of a folder of IDX files");
        var file = new FileSplit(folder.resolve("t10k-images-idx3-ubyte").toFile());
        assertThatThrownBy(() -> reader.initialize(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a file, not a folder");
        var stream = new DataInputStream(InputStream.nullInputStream());
        assertThatThrownBy(() -> reader.record(URI.create("file:x"), stream))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("one stream holds images or labels");
        assertThat(reader.resetSupported()).isTrue();
    }
}
