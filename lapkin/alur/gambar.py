"""The official form of an SOP, drawn: its values (`gambar`) and their SVG; the rooms behind it are in formulir/."""
