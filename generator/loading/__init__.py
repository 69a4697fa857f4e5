"""From a YAML file to a validated report, or to what is wrong with it and where. Nothing here raises on bad input."""
