"""The page on which a person checks what was read, and corrects it: one HTML file, or the same served on loopback."""
