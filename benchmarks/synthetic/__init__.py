"""A made-up corpus of any size with known truth, to measure who-is-who over many reports, and what it costs."""
