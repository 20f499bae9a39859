"""Forms of the archive."""

from django import forms
from django.utils import timezone

from lapkin.isian import IsianTanggal

from .models import Klasifikasi, Pengiriman


class FormArsip(forms.Form):
    """Where a document is kept and under which code."""

    judul = forms.CharField(label="Judul arsip", max_length=300)
    klasifikasi = forms.ModelChoiceField(
        label="Klasifikasi",
        queryset=Klasifikasi.objects.all(),
        to_field_name="kode",
        empty_label="Pilih kode",
        error_messages={"required": "Pilih kode klasifikasinya."},
    )
    lokasi = forms.CharField(
        label="Lokasi naskah kertas",
        max_length=200,
        help_text="Ruang, lemari, boks, misalnya: Ruang Arsip, lemari 2, boks 14.",
    )
    tahun = forms.IntegerField(label="Tahun arsip", min_value=1945, max_value=2200)


class FormSimpan(FormArsip):
    """A loose document for the archive."""

    berkas = forms.FileField(label="Berkas (PDF, gambar, Word, Excel)")


class FormKirim(forms.Form):
    """To whom and how a document is sent."""

    tujuan = forms.CharField(label="Tujuan", max_length=200, help_text="Jabatan dan instansi penerima.")
    cara = forms.ChoiceField(label="Cara mengirim", choices=Pengiriman.Cara.choices)


class FormTandaTerima(forms.Form):
    """Who received a delivery, when, and the scanned receipt."""

    penerima = forms.CharField(label="Nama penerima", max_length=200)
    diterima_pada = forms.DateField(
        label="Diterima tanggal", widget=IsianTanggal(), initial=timezone.localdate
    )
    tanda_terima = forms.FileField(label="Pindaian tanda terima (PDF, PNG, JPG)", required=False)


class FormKlasifikasi(forms.ModelForm):
    """A code of the classification with its retention in years."""

    class Meta:
        model = Klasifikasi
        fields = ["kode", "uraian", "aktif", "inaktif", "nasib", "sumber"]
        labels = {
            "aktif": "Masa aktif (tahun)",
            "inaktif": "Masa inaktif (tahun)",
            "nasib": "Nasib akhir",
            "sumber": "Dasar (peraturan atau keputusan)",
        }
