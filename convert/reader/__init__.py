"""Page text → articles: a chain of pure stages."""
