"""The composed report as a tree of blocks, and the passes over it. Everything keeps its source."""
