"""Files that hold articles already are read back."""
