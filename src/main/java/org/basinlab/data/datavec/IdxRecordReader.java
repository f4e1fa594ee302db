package org.basinlab.data.datavec;

import java.io.DataInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.FileSplit;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Labelled images for DataVec, in file order. A record is the image, a row vector [1, rows x columns]
 * of 32-bit floats (pixel + 1) / 256, so in [1/256, 1], and then its class, an {@link IntWritable}.
 *
 * <pre>
 *   var reader = new IdxRecordReader(ImageFolder.Part.TRAIN);
 *   reader.initialize(new FileSplit(new File("data/mnist")));
 *   var batches = new RecordReaderDataSetIterator(reader, 32, 1, reader.getLabels().size());
 * </pre>
 *
 * <p>The images stay in memory as bytes. They do not travel with a serialized reader: one that was made
 * from a folder has to be initialized again at the other end.
 */
public final class IdxRecordReader extends BaseRecordReader {
    private static final long serialVersionUID = 1L;

    private final ImageFolder.Part part;
    private transient LabelledImages images;
    private transient URI source;
    private transient Configuration configuration;
    private transient int next;

    /** Will read one part of the folder that {@link #initialize(InputSplit)} names. */
    public IdxRecordReader(ImageFolder.Part part) {
        this.part = part;
    }

    /** Reads images that are in memory already; {@code initialize} then only goes back to the first. */
    public IdxRecordReader(LabelledImages images) {
        this.part = null;
        this.images = images;
    }

    /**
     * Reads the files.
     *
     * @param split a {@link FileSplit} of the folder
     * @throws InputException if it is of something else, or as {@link ImageFolder#read} does
     */
    @Override
    public void initialize(InputSplit split) {
        if (part != null) {
            InputException.require(split instanceof FileSplit, "%s: give a FileSplit of a folder of IDX files", split);
            var folder = ((FileSplit) split).getRootDir();
            images = ImageFolder.read(folder.toPath(), part);
            source = folder.toURI();
        }
        reset();
    }

    @Override
    public void initialize(Configuration configuration, InputSplit split) {
        setConf(configuration);
        initialize(split);
    }

    @Override
    public boolean hasNext() {
        return next < images().count();
    }

    @Override
    public List<Writable> next() {
        return nextRecord().getRecord();
    }

    @Override
    public Record nextRecord() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + images().count() + " images are read; reset() starts over");
        }
        var read = record(next++);
        invokeListeners(read);
        return read;
    }

    /** The classes as text, 0 up to the highest that occurs: as many as the network needs outputs. */
    @Override
    public List<String> getLabels() {
        var all = images();
        var highest = IntStream.range(0, all.count()).map(all::label).max().orElse(-1);
        return IntStream.rangeClosed(0, highest).mapToObj(Integer::toString).toList();
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    /** Not supported: an image and its class stand in two files, and a record needs both. */
    @Override
    public List<Writable> record(URI uri, DataInputStream stream) {
        throw new UnsupportedOperationException("one stream holds images or labels, never both: initialize with"
                + " the folder, then use next() or loadFromMetaData()");
    }

    @Override
    public Record loadFromMetaData(RecordMetaData where) {
        if (!(where instanceof RecordMetaDataIndex at) || at.getIndex() < 0 || at.getIndex() >= images().count()) {
            throw new IllegalArgumentException(
                    "not the place of one of these " + images().count() + " images: " + where);
        }
        return record((int) at.getIndex());
    }

    @Override
    public List<Record> loadFromMetaData(List<RecordMetaData> places) {
        // Not toList(): callers of DataVec sort and filter what they get.
        var records = new ArrayList<Record>(places.size());
        places.forEach(place -> records.add(loadFromMetaData(place)));
        return records;
    }

    @Override
    public void setConf(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Configuration getConf() {
        return configuration;
    }

    @Override
    public void close() {
        // Nothing is open: the files were read whole.
    }

    private Record record(int image) {
        var all = images();
        var row = new float[1][all.pixelsPerImage()];
        for (var p = 0; p < row[0].length; p++) {
            row[0][p] = (all.pixel(image, p) + 1) / 256f;
        }
        var writables = new ArrayList<Writable>(2);
        writables.add(new NDArrayWritable(Nd4j.create(row)));
        writables.add(new IntWritable(all.label(image)));
        return new org.datavec.api.records.impl.Record(
                writables, new RecordMetaDataIndex(image, source, IdxRecordReader.class));
    }

    private LabelledImages images() {
        if (images == null) {
            throw new IllegalStateException("no images yet: call initialize(new FileSplit(folder)) first");
        }
        return images;
    }
}
