"""The workbook (buku kerja): its layout, writing it, and reading it back; the door is kinerja/buku_kerja.py."""
