package org.basinlab.cli;

import org.basinlab.run.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var build = Build.current();
        return new String[] {"basin " + build.label(), build.backend() + ", Java " + System.getProperty("java.version")
        };
    }
}
