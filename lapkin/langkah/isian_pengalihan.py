"""The forms of what departs from the usual way: handing on, withdrawing, skipping, adding, delegating."""

from django import forms
from django.utils import timezone

from lapkin.alur.queries import ikatan, penerima_tugas
from lapkin.alur.tambahan import JENIS_TAMBAHAN
from lapkin.isian import IsianTanggal
from lapkin.organisasi.batas_penugasan import kalimat_batas
from lapkin.organisasi.models import Jabatan, Pegawai
from lapkin.organisasi.queries import hari_ini, jabatan_dapat_dilimpahkan, pegawai_kantor
from lapkin.sop.bagan import Jenis
from lapkin.sop.waktu import WaktuTidakSah, baca_waktu_langkah

SEBUTAN_JENIS = {
    Jenis.PERIKSA: "Memeriksa",
    Jenis.RAPAT: "Rapat dengan notula",
    Jenis.DISPOSISI: "Disposisi",
    Jenis.SUSUN: "Menyusun hasil analisis",
}


def _alasan(bantuan=""):
    return forms.CharField(
        label="Alasan",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        help_text=bantuan,
        error_messages={"required": "Tuliskan alasannya; alasan tercetak pada jejak pekerjaan."},
    )


class FormAlasan(forms.Form):
    """The reason that an act must carry."""

    alasan = _alasan("Tercetak pada jejak pekerjaan.")


class FormAlihkan(forms.Form):
    """To whom a task is handed, and why."""

    penerima = forms.ModelChoiceField(
        label="Dialihkan kepada",
        queryset=Pegawai.objects.none(),
        empty_label="Pilih pegawai",
        error_messages={
            "required": "Pilih pegawai yang menerima tugas ini.",
            "invalid_choice": "Pegawai itu tidak dapat menerima tugas ini; pilih dari daftar.",
        },
    )
    alasan = _alasan("Dibaca oleh penerimanya dan tercetak pada jejak.")

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, **kwargs)
        lain = penerima_tugas(tugas).exclude(pk__in=[pegawai.pk, tugas.penerima_id or pegawai.pk])
        self.fields["penerima"].queryset = lain.order_by("nama")


class FormLewati(FormAlasan):
    """Which step is skipped (as the page showed it), and why."""

    kode = forms.CharField(widget=forms.HiddenInput)


class FormSisipkan(forms.Form):
    """The row that is added behind the present step (`kode`, as the page showed it)."""

    kode = forms.CharField(widget=forms.HiddenInput)
    kegiatan = forms.CharField(
        label="Kegiatan",
        max_length=300,
        help_text="Misalnya: Memeriksa ulang data bidang.",
        error_messages={"required": "Tuliskan kegiatan langkah tambahan ini."},
    )
    peran = forms.ChoiceField(label="Pelaksana", error_messages={"required": "Pilih pelaksananya."})
    jenis = forms.ChoiceField(
        label="Jenis pekerjaan", choices=[(jenis.value, SEBUTAN_JENIS[jenis]) for jenis in JENIS_TAMBAHAN]
    )
    waktu = forms.CharField(
        label="Waktu",
        max_length=20,
        initial="1 hari",
        help_text="Bilangan dan satuan, misalnya 30 menit, 3 jam, atau 1 hari.",
        error_messages={"required": "Tuliskan waktunya, misalnya 1 hari."},
    )
    alasan = _alasan("Tercetak pada jejak dan pada kolom Keterangan langkah itu.")

    def __init__(self, *args, pelaksanaan, **kwargs):
        super().__init__(*args, **kwargs)
        daftar_peran = [peran.nama for peran in pelaksanaan.dibaca().peran if peran.kolom]
        terikat = {}
        for baris in ikatan(pelaksanaan.sop_id, daftar_peran):
            terikat.setdefault(baris.nama, []).append(str(baris.jabatan or baris.tim))
        self.fields["peran"].choices = [
            (nama, nama if terikat[nama] == [nama] else f"{nama} ({', '.join(terikat[nama])})")
            for nama in daftar_peran
            if nama in terikat
        ]

    def clean_waktu(self):
        try:
            baca_waktu_langkah(self.cleaned_data["waktu"])
        except WaktuTidakSah as galat:
            raise forms.ValidationError(f"{str(galat).capitalize()}.") from galat
        return self.cleaned_data["waktu"].strip()


class FormPelimpahan(forms.Form):
    """Which post's work, to whom, from when to when, and why."""

    jabatan = forms.ModelChoiceField(
        label="Pekerjaan jabatan",
        queryset=Jabatan.objects.none(),
        empty_label=None,
        error_messages={
            "required": "Pilih jabatan yang pekerjaannya dilimpahkan.",
            "invalid_choice": "Jabatan itu tidak dapat Anda limpahkan; pilih dari daftar.",
        },
    )
    penerima = forms.ModelChoiceField(
        label="Dilimpahkan kepada",
        queryset=Pegawai.objects.none(),
        empty_label="Pilih pegawai",
        error_messages={
            "required": "Pilih pegawai yang menerima pelimpahan.",
            "invalid_choice": "Pegawai itu tidak dapat menerima pelimpahan; pilih dari daftar.",
        },
    )
    dari = forms.DateField(
        label="Mulai tanggal",
        widget=IsianTanggal(),
        error_messages={"required": "Isi hari pertama.", "invalid": "Hari pertama tidak terbaca."},
    )
    sampai = forms.DateField(
        label="Sampai tanggal",
        widget=IsianTanggal(),
        help_text="Hari terakhir.",
        error_messages={"required": "Isi hari terakhir.", "invalid": "Hari terakhir tidak terbaca."},
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        help_text="Misalnya: cuti tahunan, dinas luar, atau diklat.",
        error_messages={"required": "Tuliskan alasan pelimpahan."},
    )

    def __init__(self, *args, pegawai, **kwargs):
        super().__init__(*args, **kwargs)
        jabatan = jabatan_dapat_dilimpahkan(pegawai)
        self.fields["jabatan"].queryset = jabatan
        kini = hari_ini(pegawai.instansi) if pegawai.instansi else timezone.localdate()
        self.fields["dari"].initial = kini
        self.fields["sampai"].help_text += f" {kalimat_batas({'pelimpahan': 'Pelimpahan'}, kini)}"
        penerima = pegawai_kantor(jabatan.order_by().values("instansi")).exclude(pk=pegawai.pk)
        self.fields["penerima"].queryset = penerima.order_by("nama")

    def clean(self):
        isian = super().clean()
        if isian.get("dari") and isian.get("sampai") and isian["sampai"] < isian["dari"]:
            self.add_error("sampai", "Hari terakhir tidak boleh sebelum hari pertama.")
        return isian
