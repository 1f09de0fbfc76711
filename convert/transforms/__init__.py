"""Articles → articles: script variants and selection."""
