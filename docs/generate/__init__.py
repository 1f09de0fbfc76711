"""What the documentation says about the program, taken from the program, so that it can't fall out of step."""
