"""Many units' forms into one report: which form counts, how every figure of the county comes about, what fights."""
