"""The forms of the page of last legal days."""

from django import forms

from lapkin.isian import IsianTanggal

from ..models import JenisBatas


class FormBatas(forms.Form):
    """A last day, as a date of the year after the reported one; it lasts unless it is for that year alone."""

    jenis = forms.ChoiceField(label="Laporan", choices=JenisBatas)
    tahun = forms.IntegerField(
        label="Sejak tahun kinerja",
        min_value=2000,
        max_value=2075,
        error_messages={
            "required": "Tuliskan tahun kinerja yang dilaporkan.",
            "invalid": "Tahun ditulis dengan empat angka, misalnya 2025.",
        },
    )
    hari = forms.DateField(
        label="Hari terakhir",
        widget=IsianTanggal,
        help_text="Pada tahun sesudah tahun kinerja, misalnya 28 Februari 2026 untuk tahun kinerja 2025.",
        error_messages={"required": "Pilih hari terakhirnya.", "invalid": "Tanggal tidak terbaca."},
    )
    tahun_itu_saja = forms.BooleanField(label="Hanya untuk tahun itu (perpanjangan)", required=False)
    dasar = forms.CharField(
        label="Dasar",
        max_length=300,
        help_text="Peraturan atau surat yang menetapkannya.",
        error_messages={"required": "Sebutkan peraturan atau surat yang menetapkannya."},
    )

    def clean(self):
        """Gives `bulan_tanggal` ("02-28") in place of `hari`."""
        isi = super().clean()
        hari, tahun = isi.pop("hari", None), isi.get("tahun")
        if hari and tahun:
            if hari.year != tahun + 1:
                self.add_error("hari", f"Hari terakhir laporan tahun {tahun} jatuh pada tahun {tahun + 1}.")
            isi["bulan_tanggal"] = f"{hari:%m-%d}"
        return isi


class FormJenisBatas(forms.Form):
    """Which day the SOP works towards; empty follows from the SOP and its office."""

    jenis = forms.ChoiceField(
        label="Batas akhir SOP ini",
        choices=[("", "Mengikuti isi SOP dan jenis instansi"), *JenisBatas.choices],
        required=False,
    )
