"""Motifs, the mixer and the process that plays them."""
