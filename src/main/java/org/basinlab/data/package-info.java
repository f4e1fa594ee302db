/** Images in IDX files. */
package org.basinlab.data;
