"""Report and templates in, `Document` out: Jinja renders a small XML vocabulary that is parsed into the block tree."""
