/** P9: an iterated refinement loop round a denoiser, its inner objective, its outer one, and what Op sees of it. */
package org.basinlab.refinement;
