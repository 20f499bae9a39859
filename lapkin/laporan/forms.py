"""What people type about a report."""

from django import forms
from django.utils import timezone

from lapkin.kinerja.forms import UnggahBuku

from .actions import PANJANG_NARASI, PANJANG_POIN
from .identitas import KEPANJANGAN


class IsianLaporan(forms.Form):
    """Year and title word of a report without a case."""

    tahun = forms.IntegerField(
        label="Tahun kinerja yang dilaporkan",
        min_value=2014,
        max_value=2100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        initial=lambda: timezone.localdate().year - 1,
    )
    sebutan = forms.ChoiceField(label="Sebutan laporan", choices=[(s, n) for s, n in KEPANJANGAN.items()])


class IsianNarasi(forms.Form):
    """`terakhir_dilihat`: the state of the text when the form was opened (actions.tanda_narasi)."""

    teks = forms.CharField(
        label="Teks bagian ini",
        required=False,
        strip=False,
        max_length=PANJANG_NARASI,
        help_text="Kosongkan satu baris untuk memulai alinea baru.",
        widget=forms.Textarea(attrs={"rows": 18, "autocomplete": "off"}),
    )
    terakhir_dilihat = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, bagian, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["teks"].required = bagian.wajib


class IsianPoin(forms.Form):
    """A point of correction, of the whole report or of one slot."""

    bagian = forms.ChoiceField(label="Pada bagian", required=False)
    isi = forms.CharField(
        label="Yang perlu dikoreksi", max_length=PANJANG_POIN, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, daftar_bagian=(), **kwargs):
        super().__init__(*args, **kwargs)
        pilihan = [(bagian.kunci, bagian.judul_lengkap) for bagian in daftar_bagian]
        self.fields["bagian"].choices = [("", "Seluruh laporan"), *pilihan]


class IsianJawaban(forms.Form):
    """What was done about a point."""

    jawaban = forms.CharField(
        label="Yang telah diperbaiki", max_length=PANJANG_POIN, widget=forms.Textarea(attrs={"rows": 2})
    )


class UnggahNarasi(UnggahBuku):
    """A workbook sent in for its text."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[
            "berkas"
        ].help_text = (
            "Berkas .xlsx yang diunduh dari Lapkin. Teksnya ditampilkan dahulu; belum ada yang disimpan."
        )
