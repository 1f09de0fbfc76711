"""Language data that reading and script conversion both need: surnames, word lists."""
