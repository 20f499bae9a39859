"""Forms of the workbook: sending one in, and accepting what its preview showed."""

from django import forms


class UnggahBuku(forms.Form):
    """A workbook sent in."""

    berkas = forms.FileField(
        label="Buku kerja",
        help_text="Berkas .xlsx yang diunduh dari halaman ini. Isinya ditampilkan dahulu; belum ada yang disimpan.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": "Pilih berkas yang akan diunggah.", "empty": "Berkas kosong."},
    )


class TerimaBuku(forms.Form):
    """The preview's content, sealed, and the reason for changed targets."""

    titipan = forms.CharField(widget=forms.HiddenInput)
    alasan = forms.CharField(
        label="Alasan perubahan Perjanjian Kinerja",
        help_text="Target berubah, jadi akan dicatat versi Perjanjian Kinerja yang baru.",
        max_length=300,
        required=False,
    )
