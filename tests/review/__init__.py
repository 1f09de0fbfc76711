"""The review page, and the corrections that are made on it."""
