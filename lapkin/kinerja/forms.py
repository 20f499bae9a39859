"""Forms of the workbook: sending one in, and accepting what its preview showed."""

from django import forms
from django.conf import settings

from lapkin.isian import IsianTanggal

from .buku_kerja import HasilBaca, SalahBuku, baca_buku


class UnggahBuku(forms.Form):
    """A workbook of the year `tahun` sent in; what was read of it is in `hasil`."""

    berkas = forms.FileField(
        label="Buku kerja",
        help_text="Berkas .xlsx yang diunduh dari halaman ini. Isinya ditampilkan dahulu; belum ada yang disimpan.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": "Pilih berkas yang akan diunggah.", "empty": "Berkas kosong."},
    )
    hasil: HasilBaca | None = None

    def __init__(self, *args, tahun, **kwargs):
        super().__init__(*args, **kwargs)
        self.tahun = tahun

    def clean_berkas(self):
        berkas = self.cleaned_data["berkas"]
        if berkas.size > settings.BATAS_UNGGAH:
            batas = settings.BATAS_UNGGAH // (1024 * 1024)
            raise forms.ValidationError(f"Berkas terlalu besar. Batasnya {batas} MB.")
        try:
            self.hasil = baca_buku(berkas.read(), settings.BATAS_UNGGAH)
        except SalahBuku as salah:
            raise forms.ValidationError(str(salah)) from salah
        isi = self.hasil.isi
        if isi and isi.lembar.tahun != self.tahun:
            raise forms.ValidationError(f"Buku ini untuk tahun {isi.lembar.tahun}, bukan {self.tahun}.")
        return berkas


class TerimaBuku(forms.Form):
    """The preview's content, sealed, and the reason for changed targets."""

    titipan = forms.CharField(widget=forms.HiddenInput)
    alasan = forms.CharField(
        label="Alasan perubahan Perjanjian Kinerja",
        help_text="Target berubah, jadi akan dicatat versi Perjanjian Kinerja yang baru.",
        max_length=300,
        required=False,
    )


class UnggahPerjanjian(forms.Form):
    """The signed Perjanjian Kinerja of one version."""

    tanggal = forms.DateField(label="Tanggal ditandatangani", widget=IsianTanggal())
    naskah = forms.FileField(
        label="Naskah bertanda tangan",
        help_text="Pindaian semua halaman dalam satu PDF.",
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        error_messages={"required": "Pilih berkas PDF yang akan diunggah.", "empty": "Berkas kosong."},
    )
