"""Files, folders and corpora become reports: canonical text, blocks, outlet, authors, day."""
