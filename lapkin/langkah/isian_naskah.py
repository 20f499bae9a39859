"""The fields of a form of letter (naskah/bentuk) as fields of a page, and back to the shape the form stores.

A table is typed one row a line, its columns parted by semicolons: it works on a phone and without JavaScript.
"""

from django import forms

from lapkin.isian import IsianTanggal

from .isian_tugas import baris_teks

PEMISAH = ";"


def bidang(isian) -> forms.Field:
    """The page's field for one field of a letter; whether it must be filled is the letter's own check."""
    umum = {"label": isian.label, "help_text": _bantuan(isian), "required": False, "initial": isian.bawaan}
    match isian.jenis:
        case "pilihan":
            return forms.ChoiceField(choices=[(kata, kata) for kata in isian.pilihan], **umum)
        case "tanggal":
            return forms.CharField(widget=IsianTanggal, **umum)
        case "baris":
            return forms.CharField(max_length=isian.panjang or 300, **umum)
        case _:
            rows = 8 if isian.jenis == "teks" else 4
            return forms.CharField(max_length=20_000, widget=forms.Textarea(attrs={"rows": rows}), **umum)


def dari_halaman(isian, teks):
    """What was typed, in the shape of the letter's field."""
    if isian.jenis == "daftar":
        return baris_teks(teks)
    if isian.jenis == "tabel":
        return [_baris_tabel(isian, baris) for baris in baris_teks(teks)]
    return teks


def ke_halaman(isian, nilai):
    """The letter's field as it is typed."""
    if isian.jenis == "daftar":
        return "\n".join(nilai)
    if isian.jenis == "tabel":
        return "\n".join(_tulis_baris(isian, baris) for baris in nilai)
    return nilai


def _bantuan(isian) -> str:
    if isian.jenis != "tabel":
        return isian.bantuan
    kolom = f"{PEMISAH} ".join(satu.label.lower() for satu in isian.daftar_kolom)
    return f"Satu tiap baris, dipisah titik koma: {kolom}. {isian.bantuan}".strip()


def _baris_tabel(isian, baris: str) -> dict:
    bagian = [satu.strip() for satu in baris.split(PEMISAH, len(isian.daftar_kolom) - 1)]
    return {kolom.nama: nilai for kolom, nilai in zip(isian.daftar_kolom, bagian, strict=False)}


def _tulis_baris(isian, baris: dict) -> str:
    return f"{PEMISAH} ".join(baris.get(kolom.nama, "") for kolom in isian.daftar_kolom).rstrip(f"{PEMISAH} ")
