package org.basinlab.cli;

import org.basinlab.run.Build;
import org.basinlab.run.Part;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var build = Build.current();
        return new String[] {
            "basin " + build.label(),
            (Part.ARRAYS.isThere() ? build.backend() : "without ND4J") + ", Java " + System.getProperty("java.version")
        };
    }
}
