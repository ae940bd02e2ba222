"""Use cases, without Qt and without SQL."""
