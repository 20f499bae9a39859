"""Paper: one tree of blocks and its writers (HTML, PDF, DOCX). Pure: knows neither Django nor the office's data."""
