"""Read pages into article records, one a line on stdout."""
