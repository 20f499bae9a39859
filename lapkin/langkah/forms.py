"""The forms that are the same for every kind of work."""

from django import forms

from lapkin.alur.models import Sop
from lapkin.alur.queries import ikatan, sop_terlihat, tujuan_kembali
from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.kalender import libur_diketahui


def pastikan_terisi(form):
    """For forms that stand folded on a page with others: raises Ditolak with what is missing, in one sentence."""
    if not form.is_valid():
        raise Ditolak(" ".join(kalimat for daftar in form.errors.values() for kalimat in daftar))


class FormKembalikan(forms.Form):
    """Where the work goes back to, why, and (for a step opened per unit) to which units only.

    Its fields are sent by the form of the task's own work, so that nothing typed there is lost; a browser must not
    ask for them when that work is finished.
    """

    use_required_attribute = False
    tujuan = forms.ChoiceField(label="Kembalikan ke")
    catatan = forms.CharField(
        label="Apa yang perlu diperbaiki",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Tuliskan apa yang perlu diperbaiki; catatan ini dibaca penerimanya."},
    )
    daftar_jabatan = forms.TypedMultipleChoiceField(
        label="Hanya kepada unit",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Biarkan kosong untuk mengembalikan kepada semua unit.",
    )

    def __init__(self, data=None, *, tugas):
        super().__init__(data, prefix="kembali")
        daftar_tujuan = tujuan_kembali(tugas)
        self.fields["tujuan"].choices = [
            (langkah.kode, f"{langkah.no}. {langkah.kegiatan}") for langkah in daftar_tujuan
        ]
        pengisi = {langkah.pengisi for langkah in daftar_tujuan if langkah.tiap and langkah.pengisi}
        pilihan = [
            (baris.jabatan_id, str(baris.jabatan.unit or baris.jabatan.instansi))
            for baris in ikatan(tugas.pelaksanaan.sop_id, pengisi)
            if baris.jabatan_id
        ]
        self.fields["daftar_jabatan"].choices = pilihan
        if not pilihan:
            del self.fields["daftar_jabatan"]
        for bidang in self.fields.values():
            bidang.widget.attrs["form"] = "form-kerja"


class FormCatatan(forms.Form):
    """A note that an act must carry."""

    catatan = forms.CharField(
        label="Catatan",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        error_messages={"required": "Catatan wajib diisi; ia tercetak pada jejak pekerjaan."},
    )


class FormKelengkapan(forms.Form):
    """A kelengkapan's file, or the reason why there is none."""

    nama = forms.CharField(widget=forms.HiddenInput)
    berkas = forms.FileField(label="Berkas (PDF, gambar, Word, Excel)", required=False, allow_empty_file=True)
    alasan = forms.CharField(label="Bila tidak ada, alasannya", required=False, max_length=500)


class FormMulai(forms.Form):
    """Which SOP is started for which reporting year."""

    sop = forms.ModelChoiceField(
        label="SOP",
        queryset=Sop.objects.none(),
        empty_label="(pilih SOP)",
        error_messages={"required": "Pilih SOP yang dijalankan."},
    )
    tahun = forms.IntegerField(
        label="Tahun kinerja yang dilaporkan",
        min_value=2000,
        max_value=2100,
        error_messages={
            "required": "Tuliskan tahun kinerja.",
            "invalid": "Tahun ditulis dengan empat angka, misalnya 2025.",
        },
    )

    def __init__(self, *args, pegawai, **kwargs):
        super().__init__(*args, **kwargs)
        terlihat = sop_terlihat(pegawai)
        self.fields["sop"].queryset = terlihat
        if len(terlihat) == 1:
            self.fields["sop"].initial = terlihat[0]

    def clean_tahun(self):
        """A case's calendar reaches two years beyond the one that it reports (`kalender_kasus`)."""
        tahun = self.cleaned_data["tahun"]
        if not libur_diketahui(tahun + 2):
            raise forms.ValidationError(
                f"Tahun {tahun} belum dapat dijalankan: hari libur nasional sampai {tahun + 2} belum diketahui."
            )
        return tahun
