"""Outside links of a book."""
