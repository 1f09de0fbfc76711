"""Speed beside peers: a maker of pages, a measurer of programs, and the table that comes of it."""
