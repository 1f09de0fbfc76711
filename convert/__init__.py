"""newsconvert: flattened Chinese newspaper pages → articles → EPUB, DOCX, JSON Lines, in either script."""
