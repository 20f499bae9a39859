"""The forms of a whole SOP in the editor: beginning one, its identity block, its roles, taking one in."""

from collections import Counter
from dataclasses import fields

from django import forms
from django.conf import settings
from django.utils.text import slugify

from lapkin.bahasa import tanggal
from lapkin.isian import IsianTanggal
from lapkin.organisasi.models import Instansi
from lapkin.sop.batas_isian import (
    BATAS_BITA,
    PANJANG_DAFTAR,
    PANJANG_IDENTITAS,
    PANJANG_KODE_SOP,
    PANJANG_LAPORAN,
    PANJANG_PERAN,
    PERAN_TERBANYAK,
)
from lapkin.sop.kata_sop import SEBUTAN_IDENTITAS, SEBUTAN_PENGESAH
from lapkin.sop.sop import Identitas, LabelBlok, LabelKolom, Pengesah, TanggalTercetak
from lapkin.sop.tampak import setara

from .isian_baris import daftar_baris, menjadi_pilihan, pilihan_peran
from .isian_teks import IsianSop, Teks, TeksSebaris

DAFTAR_TANGGAL = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "tanggal_pengesahan")
DAFTAR_BUTIR = ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan")
DAFTAR_TEKS = ("unit", "nomor", "judul", "judul_baku", "judul_tabel", "penanda_butir")
BANTUAN = {
    "nomor": "Seperti tercetak, misalnya 065/1/02-B.",
    "judul": "Seperti tercetak pada formulir.",
    "judul_baku": "Judul dalam kata baku; dipakai pada daftar SOP.",
    "judul_tabel": "Di atas tabel langkah, bila lain dari judul.",
    "penanda_butir": "Tanda di depan butir daftar, misalnya - atau 1.",
}


class FormSopBaru(IsianSop):
    """A new SOP: its name, its office, its roles or the example it begins from."""

    judul = TeksSebaris(
        label="Nama SOP",
        help_text="Misalnya: Penyusunan Laporan Kinerja Instansi Pemerintah.",
        max_length=300,
        error_messages={"required": "Tulis nama SOP."},
    )
    instansi = forms.ModelChoiceField(
        label="Instansi",
        queryset=Instansi.objects.none(),
        empty_label=None,
        error_messages={
            "required": "Pilih instansinya.",
            "invalid_choice": "Pilih instansi yang Anda kelola.",
        },
    )
    laporan = TeksSebaris(label="Sebutan laporan", initial="LKjIP", max_length=PANJANG_LAPORAN)
    contoh = forms.ChoiceField(
        label="Mulai dari",
        help_text="Contoh dapat diubah seluruhnya; nomor, tanggal, dan pengesahnya dikosongkan.",
        required=False,
    )
    peran = Teks(
        label="Peran (pelaksana)",
        help_text="Satu baris satu peran, dari kiri ke kanan pada formulir. Tidak dipakai bila mulai dari contoh.",
        required=False,
        max_length=6000,
        tinggi=4,
    )

    def __init__(self, *args, daftar_instansi, daftar_contoh, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["instansi"].queryset = daftar_instansi
        self.fields["instansi"].initial = daftar_instansi.first()
        self.fields["contoh"].choices = menjadi_pilihan(daftar_contoh, "Tabel kosong")

    def clean_judul(self):
        judul = self.cleaned_data["judul"]
        if not kode_sop(judul):
            raise forms.ValidationError("Nama SOP memerlukan huruf atau angka.")
        return judul

    def clean_peran(self):
        daftar = daftar_baris(self.cleaned_data["peran"])
        if len(daftar) > PERAN_TERBANYAK:
            raise forms.ValidationError(f"Satu SOP memuat paling banyak {PERAN_TERBANYAK} peran.")
        if any(len(nama) > PANJANG_PERAN for nama in daftar):
            raise forms.ValidationError(f"Nama peran paling panjang {PANJANG_PERAN} huruf.")
        kali = Counter(map(setara, daftar))
        if ganda := [nama for nama in daftar if kali[setara(nama)] > 1]:
            raise forms.ValidationError(f"Peran “{ganda[0]}” ditulis lebih dari satu kali.")
        return daftar


def kode_sop(judul):
    """The kode of an SOP, from its name."""
    return slugify(judul)[:PANJANG_KODE_SOP].strip("-_")


class FormPeran(IsianSop):
    """One role: its head on the form, and whether it has a column there."""

    nama = TeksSebaris(
        label="Nama peran", max_length=PANJANG_PERAN, error_messages={"required": "Tulis nama peran."}
    )
    kolom = forms.BooleanField(label="Mempunyai kolom pada formulir", required=False, initial=True)


class FormPenanggungJawab(forms.Form):
    """The role that answers for the SOP."""

    peran = forms.ChoiceField(
        label="Penanggung jawab SOP",
        help_text="Hanya ia yang boleh melewati atau menambah langkah pada pekerjaan yang berjalan.",
        required=False,
    )

    def __init__(self, *args, sop, **kwargs):
        super().__init__(*args, initial={"peran": sop.penanggung_jawab}, **kwargs)
        self.fields["peran"].choices = pilihan_peran(sop, kosong="(pelaksana langkah pertama)")


class FormIdentitas(IsianSop):
    """The identity block, field by field; lists hold one item a line."""

    def __init__(self, data=None, *, sop):
        identitas = sop.identitas
        super().__init__(data, initial={"laporan": sop.laporan, "sumber": sop.sumber, **_awal(identitas)})
        self.lama = identitas
        self._butir("kop", wajib=True)
        for nama in DAFTAR_TEKS:
            self._teks(
                nama,
                SEBUTAN_IDENTITAS[nama],
                wajib=nama in {"judul", "judul_baku"},
                bantuan=BANTUAN.get(nama, ""),
                panjang_tampak=nama in {"judul", "judul_baku"},
            )
        bantuan = "Misalnya LKjIP, LAKIP, atau LKj."
        self._teks("laporan", "Sebutan laporan", wajib=True, bantuan=bantuan, panjang=PANJANG_LAPORAN)
        for nama in DAFTAR_TANGGAL:
            self._tanggal(nama)
        for nama, label in SEBUTAN_PENGESAH.items():
            self._teks(f"pengesah_{nama}", label)
        for nama in DAFTAR_BUTIR:
            self._butir(nama)
        self._teks("sumber", "Sumber", bantuan="Dari mana teks SOP ini; tidak tercetak.")
        for awalan, kata, kelas in (("blok", "Judul isian", LabelBlok), ("kolom", "Judul kolom", LabelKolom)):
            for nama in _nama_label(kelas):
                self._teks(f"{awalan}_{nama}", f"{kata} {nama.replace('_', ' ')}")
        self._butir("kolom_nomor_kolom", label="Nomor kolom")

    def _teks(self, nama, label, *, wajib=False, bantuan="", panjang=PANJANG_IDENTITAS, panjang_tampak=False):
        """A text of one line; `panjang_tampak`: it is often longer than a line of the form, and all of it is shown."""
        rupa = {"widget": forms.Textarea({"rows": 2, "class": "rendah"})} if panjang_tampak else {}
        pesan = {"required": f"Isi {label.lower()}."}
        self.fields[nama] = TeksSebaris(
            label=label, required=wajib, max_length=panjang, help_text=bantuan, error_messages=pesan, **rupa
        )

    def _butir(self, nama, *, wajib=False, label=""):
        label = label or SEBUTAN_IDENTITAS[nama]
        self.fields[nama] = Teks(
            label=label,
            required=wajib,
            max_length=PANJANG_DAFTAR,
            help_text="Satu baris satu butir.",
            tinggi=3,
            error_messages={"required": f"Isi {label.lower()}."},
        )

    def _tanggal(self, nama):
        label = SEBUTAN_IDENTITAS[nama]
        self.fields[nama] = forms.DateField(label=label, required=False, widget=IsianTanggal())
        bantuan = "Isi bila tercetak lain, misalnya Juni 2020."
        self._teks(f"{nama}_tercetak", f"{label}, tercetak", bantuan=bantuan)

    @property
    def bagian(self):
        """The fields in groups: (heading, fields, folded?)."""
        tanggal_ = [kata for nama in DAFTAR_TANGGAL[:3] for kata in (nama, f"{nama}_tercetak")]
        jarang = ["unit", "judul_tabel", "penanda_butir", "sumber"]
        jarang += ["tanggal_pengesahan", "tanggal_pengesahan_tercetak"]
        pengesah = [f"pengesah_{nama}" for nama in SEBUTAN_PENGESAH]
        label = [nama for nama in self.fields if nama.startswith(("blok_", "kolom_"))]
        kepala = ["kop", "nomor", "judul", "judul_baku", "laporan"]
        daftar = (
            ("Kepala formulir", kepala, False),
            ("Tanggal", tanggal_, False),
            ("Disahkan oleh", pengesah, False),
            ("Isi blok identitas", [*DAFTAR_BUTIR], False),
            ("Yang jarang diisi", jarang, True),
            ("Judul isian dan kolom seperti tercetak", label, True),
        )
        return [(judul, [self[nama] for nama in isi], terlipat) for judul, isi, terlipat in daftar]

    def identitas(self):
        """The Identitas that was typed."""
        isi = self.cleaned_data
        return Identitas(
            kop=self._daftar("kop", self.lama.kop),
            **{nama: isi[nama] for nama in DAFTAR_TEKS},
            **{nama: self._nilai_tanggal(nama) for nama in DAFTAR_TANGGAL},
            pengesah=Pengesah(**{nama: isi[f"pengesah_{nama}"] for nama in SEBUTAN_PENGESAH}),
            **{nama: self._daftar(nama, getattr(self.lama, nama)) for nama in DAFTAR_BUTIR},
            label_blok=LabelBlok(**{nama: isi[f"blok_{nama}"] for nama in _nama_label(LabelBlok)}),
            label_kolom=LabelKolom(
                **{nama: isi[f"kolom_{nama}"] for nama in _nama_label(LabelKolom)},
                nomor_kolom=self._daftar("kolom_nomor_kolom", self.lama.label_kolom.nomor_kolom),
            ),
        )

    def _daftar(self, nama, lama):
        """The items of a list; as they were where nothing was typed, since an item may have lines of its own."""
        teks = self.cleaned_data[nama]
        return lama if teks == "\n".join(lama) else daftar_baris(teks)

    def _nilai_tanggal(self, nama):
        """A day is printed in full where nothing else was typed, and anew when the day alone was changed."""
        hari, tercetak = self.cleaned_data[nama], self.cleaned_data[f"{nama}_tercetak"]
        lama = getattr(self.lama, nama)
        hari_saja = hari != lama.tanggal and tercetak == lama.tercetak
        if hari and (not tercetak or hari_saja):
            tercetak = tanggal.panjang(hari)
        return TanggalTercetak(tercetak=tercetak, tanggal=hari)


def _nama_label(kelas):
    return [kolom.name for kolom in fields(kelas) if kolom.name != "nomor_kolom"]


def _awal(identitas):
    """What the form shows before anything was typed."""
    awal = {nama: getattr(identitas, nama) for nama in DAFTAR_TEKS}
    awal |= {nama: "\n".join(getattr(identitas, nama)) for nama in ("kop", *DAFTAR_BUTIR)}
    awal |= {f"pengesah_{nama}": getattr(identitas.pengesah, nama) for nama in SEBUTAN_PENGESAH}
    for nama in DAFTAR_TANGGAL:
        nilai = getattr(identitas, nama)
        awal |= {nama: nilai.tanggal, f"{nama}_tercetak": nilai.tercetak}
    for awalan, label in (("blok", identitas.label_blok), ("kolom", identitas.label_kolom)):
        awal |= {f"{awalan}_{nama}": getattr(label, nama) for nama in _nama_label(type(label))}
    awal["kolom_nomor_kolom"] = "\n".join(identitas.label_kolom.nomor_kolom)
    return awal


class FormImpor(forms.Form):
    """A table taken in: a file (TOML or Excel), or what was pasted from Word."""

    berkas = forms.FileField(
        label="Berkas TOML atau Excel",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".toml,.xlsx"}),
        error_messages={"empty": "Berkas kosong."},
    )
    tempelan = forms.CharField(
        label="Atau tempel tabel dari Word",
        help_text="Pilih seluruh tabel di Word (termasuk judul kolomnya), salin, lalu tempel di sini.",
        required=False,
        max_length=3_000_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "data-tempel": "", "spellcheck": "false"}),
        error_messages={"max_length": "Tempelan terlalu panjang. Tempel tabel langkahnya saja."},
    )

    def clean_berkas(self):
        berkas = self.cleaned_data["berkas"]
        batas = min(settings.BATAS_UNGGAH, BATAS_BITA)
        if berkas and berkas.size > batas:
            raise forms.ValidationError(f"Berkas terlalu besar. Batasnya {batas // 1024**2} MB.")
        return berkas

    def clean(self):
        isi = super().clean()
        if not self.errors and bool(isi.get("berkas")) == bool(isi.get("tempelan", "").strip()):
            raise forms.ValidationError("Pilih satu berkas, atau tempel satu tabel.")
        return isi
