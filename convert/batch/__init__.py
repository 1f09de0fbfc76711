"""Many pages: what a run makes from what, and how it gets there."""
