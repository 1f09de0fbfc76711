"""The page on which a person checks what was read, and corrects it."""
