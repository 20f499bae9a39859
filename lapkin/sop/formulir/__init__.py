"""The rooms behind `sop.gambar`: how an SOP becomes a drawn form. Read bentuk.py first, then tata.py."""
