/** Many trajectories of a dynamical system at once, with their tangents, by several engines. P7, P8. */
package org.basinlab.trajectories;
