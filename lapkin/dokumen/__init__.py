"""Paper: one tree of blocks and its writers (HTML, PDF, DOCX). Pure: no Django, no data of an office."""
