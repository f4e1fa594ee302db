/**
 * Image registration as a search with an objective of its own (P9): two images, a shift or a field that makes them
 * alike, and how far that is from the shift that lays anatomy on anatomy.
 */
package org.basinlab.registration;
