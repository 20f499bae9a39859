"""The short form of a new row in the SOP editor."""

from django import forms

from lapkin.sop.batas_isian import BUTIR_TERBANYAK, PANJANG_LANGKAH, PANJANG_NAMA
from lapkin.sop.sunting import letak

from .isian_baris import IsianWaktu, daftar_baris, pilihan_langkah, pilihan_peran
from .isian_teks import Teks


class FormLangkahBaru(IsianWaktu):
    """What a newcomer tells of a row; the rest is guessed from it and can be looked at afterwards."""

    kegiatan = Teks(
        label="Kegiatan",
        help_text="Mulai dengan kata kerja, misalnya: Menyusun konsep laporan kinerja.",
        max_length=PANJANG_LANGKAH["kegiatan"],
        attrs={"autofocus": ""},
        error_messages={"required": "Tulis kegiatannya."},
    )
    pelaksana = forms.MultipleChoiceField(
        label="Pelaksana",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu pelaksana."},
    )
    kelengkapan = Teks(
        label="Kelengkapan",
        help_text="Yang diperlukan, satu baris satu.",
        required=False,
        max_length=PANJANG_LANGKAH["kelengkapan_tercetak"],
    )
    output = Teks(
        label="Output",
        help_text="Yang dihasilkan, satu baris satu.",
        max_length=PANJANG_LANGKAH["output_tercetak"],
        error_messages={"required": "Tulis yang dihasilkan langkah ini."},
    )
    kembali_ke = forms.MultipleChoiceField(
        label="Bila belum baik, dapat kembali ke",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    keterangan = Teks(label="Keterangan", required=False, max_length=PANJANG_LANGKAH["keterangan"])
    field_order = [
        "kegiatan",
        "pelaksana",
        "kelengkapan",
        "jumlah",
        "satuan",
        "output",
        "kembali_ke",
        "keterangan",
    ]

    def __init__(self, *args, sop, sesudah=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jumlah"].required = True
        self.fields["jumlah"].error_messages["required"] = "Isi lamanya, misalnya 2 jam."
        tempat = len(sop.langkah) if sesudah is None else letak(sop, sesudah) + 1 if sesudah else 0
        self.fields["pelaksana"].choices = pilihan_peran(sop, berkolom=True)
        sebelum = [langkah for langkah in sop.langkah[:tempat] if not langkah.penanda]
        self.fields["kembali_ke"].choices = pilihan_langkah(sebelum)
        if not sebelum:
            del self.fields["kembali_ke"]

    def clean_kelengkapan(self):
        return _nama_pendek(self.cleaned_data["kelengkapan"])

    def clean_output(self):
        return _nama_pendek(self.cleaned_data["output"])

    def isian(self):
        """What `sunting.langkah_baru` takes."""
        isi = self.cleaned_data
        return {
            "kegiatan": isi["kegiatan"],
            "pelaksana": tuple(isi["pelaksana"]),
            "waktu": self.waktu_tercetak(),
            "kelengkapan": isi["kelengkapan"],
            "output": isi["output"],
            "kembali_ke": tuple(isi.get("kembali_ke", ())),
            "keterangan": isi["keterangan"],
        }


def _nama_pendek(teks):
    daftar = daftar_baris(teks)
    if len(daftar) > BUTIR_TERBANYAK:
        raise forms.ValidationError(f"Paling banyak {BUTIR_TERBANYAK} baris.")
    if any(len(nama) > PANJANG_NAMA for nama in daftar):
        raise forms.ValidationError(f"Satu baris paling panjang {PANJANG_NAMA} huruf.")
    return daftar
