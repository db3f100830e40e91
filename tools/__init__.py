"""Programs for those who work on the project: samples, benchmarks, documentation, checks."""
