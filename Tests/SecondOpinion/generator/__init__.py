"""Random valid schemes with data. Everything is drawn from one random.Random; nothing is taken from hash order."""
