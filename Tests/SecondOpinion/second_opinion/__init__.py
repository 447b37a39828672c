"""An independent evaluator of Tongzhou schemes, written from docs/schemes.md alone."""
