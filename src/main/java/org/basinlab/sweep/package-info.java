/** Many runs of one experiment: points and seeds, a pool of workers, a store of results that survives a kill. */
package org.basinlab.sweep;
