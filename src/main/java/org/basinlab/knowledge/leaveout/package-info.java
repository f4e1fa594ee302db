/**
 * P3's second hypothesis in its strict form: whether the parameters that an element of the data updated most are those that
 * come out otherwise where it is left out.
 */
package org.basinlab.knowledge.leaveout;
