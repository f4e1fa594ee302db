package org.basinlab.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a query, each as one text, for comparisons. */
final class Rows {
    private Rows() {}

    static List<String> of(Path folder, String sql) {
        try (var replicas = Replicas.in(folder)) {
            return replicas.select(sql, rows -> {
                var all = new ArrayList<String>();
                while (rows.next()) {
                    var cells = new ArrayList<String>();
                    for (var c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                        cells.add(String.valueOf(rows.getObject(c)));
                    }
                    all.add(String.join(" ", cells));
                }
                return all;
            });
        }
    }
}
