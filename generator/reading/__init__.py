"""A finished report (.docx, .doc, .txt) that nobody here wrote becomes lines with places; it interprets no figures."""
