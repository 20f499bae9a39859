"""The lines inside a row of the SOP editor: works, things needed, things made; and what all its forms share."""

from django import forms

from lapkin.sop.bagan import LUAR, TANPA_WAKTU, Cara, Jenis, Kelengkapan, Output, Pekerjaan
from lapkin.sop.batas_isian import PANJANG_NAMA
from lapkin.sop.pilihan_sop import SATUAN, SEBUTAN_CARA, SEBUTAN_JENIS, SEBUTAN_NASKAH
from lapkin.sop.sunting import letak, sebutan
from lapkin.sop.tebakan import pekerjaan_tebakan, tebak_naskah
from lapkin.sop.waktu import WaktuTidakSah, baca_waktu, baca_waktu_langkah

from .isian_teks import IsianSop, TeksSebaris
from .isian_urut import PilihanBerurut


def menjadi_pilihan(sebutan_nilai, kosong=None):
    """Choices of a list from a dict of words; `kosong` names the choice of nothing."""
    awal = [] if kosong is None else [("", kosong)]
    return awal + [(str(nilai), kata) for nilai, kata in sebutan_nilai.items()]


def pilihan_peran(sop, *, berkolom=False, kosong=None):
    """The roles of an SOP as choices; `berkolom`: only those that have a column in the printed table."""
    daftar = {peran.nama: peran.nama for peran in sop.peran if peran.kolom or not berkolom}
    return menjadi_pilihan(daftar, kosong)


def pilihan_langkah(daftar):
    """Rows as choices, named as people name them."""
    return [(langkah.kode, f"{langkah.no} {sebutan(langkah)}".strip()) for langkah in daftar]


def daftar_baris(teks):
    """The lines of a text field that hold something."""
    return tuple(baris for baris in (baris.strip() for baris in teks.splitlines()) if baris)


class IsianWaktu(IsianSop):
    """The time standard: a whole number of a unit."""

    jumlah = forms.IntegerField(
        label="Waktu",
        min_value=1,
        max_value=9999,
        required=False,
        error_messages={"invalid": "Tulis bilangan bulat, misalnya 2."},
        widget=forms.NumberInput(attrs={"autocomplete": "off"}),
    )
    satuan = forms.ChoiceField(label="Satuan waktu", choices=[(s, s) for s in SATUAN], initial="jam")

    def clean(self):
        isi = super().clean()
        if isi.get("jumlah") and isi.get("satuan"):
            try:
                baca_waktu_langkah(f"{isi['jumlah']} {isi['satuan']}")
            except WaktuTidakSah as salah:
                self.add_error("jumlah", f"{str(salah).capitalize()}.")
        return isi

    def waktu_tercetak(self, lama=""):
        """The time as the form prints it; as it was where its meaning is the same."""
        jumlah, satuan = self.cleaned_data["jumlah"], self.cleaned_data["satuan"]
        baku = terbaca(lama)
        if jumlah is None:
            return "" if baku else lama
        sama = baku and (baku.jumlah, baku.satuan) == (jumlah, satuan)
        return lama if sama else f"{jumlah} {satuan}"


def terbaca(tercetak):
    """A printed time as a value; None where there is none that can be read."""
    try:
        return None if tercetak.strip() in TANPA_WAKTU else baca_waktu(tercetak)
    except WaktuTidakSah:
        return None


class BarisIsian(IsianSop):
    """One line of a list; `rincian` are the fields that are rarely needed and stand folded."""

    rincian = ()

    @property
    def rincian_terbuka(self):
        """Do the folded fields hold an error, or anything that is not what Lapkin would put there itself?"""
        return any(self[nama].errors for nama in self.rincian) or bool(self.lama and self.lain_dari_biasa())

    def lain_dari_biasa(self):
        return False


class BarisPekerjaan(BarisIsian):
    """One kind of work of the row: what, by whom, on which paper."""

    rincian = ("naskah", "cara", "disimpulkan")
    jenis = forms.ChoiceField(
        label="Jenis", choices=menjadi_pilihan(SEBUTAN_JENIS, "(kosong: tidak ada)"), required=False
    )
    naskah = forms.ChoiceField(label="Naskah", required=False)
    oleh = PilihanBerurut(label="Oleh", required=False)
    cara = forms.ChoiceField(label="Bila beberapa orang", choices=menjadi_pilihan(SEBUTAN_CARA))
    disimpulkan = forms.BooleanField(label="Masih tebakan, belum dipastikan", required=False)

    def __init__(self, *args, sop, langkah, **kwargs):
        super().__init__(*args, **kwargs)
        self.lama = self.initial.pop("lama", None)
        self.kegiatan = langkah.kegiatan
        self.fields["oleh"].choices = pilihan_peran(sop)
        tambahan = {self.lama.naskah: self.lama.naskah} if self.lama and self.lama.naskah else {}
        self.fields["naskah"].choices = menjadi_pilihan({**tambahan, **SEBUTAN_NASKAH}, "(tidak disebut)")

    def lain_dari_biasa(self):
        biasa = pekerjaan_tebakan(self.kegiatan, self.lama.oleh)
        naskah = tebak_naskah(self.kegiatan, self.lama.jenis)
        return self.lama.naskah not in ("", naskah) or self.lama.cara not in (Cara.BERURUTAN, biasa.cara)

    def clean(self):
        isi = super().clean()
        if isi.get("jenis") and not isi.get("oleh"):
            self.add_error("oleh", "Pilih siapa yang mengerjakan.")
        return isi

    def nilai(self):
        """The Pekerjaan; None for an empty line."""
        isi = self.cleaned_data
        if not isi.get("jenis"):
            return None
        jenis = Jenis(isi["jenis"])
        naskah = isi["naskah"] or (tebak_naskah(self.kegiatan, jenis) if jenis is Jenis.SURAT else "")
        return Pekerjaan(
            jenis=jenis,
            oleh=isi["oleh"],
            cara=Cara(isi["cara"]),
            naskah=naskah,
            disimpulkan=isi["disimpulkan"],
        )


class BarisKelengkapan(BarisIsian):
    """One thing that the row needs, and where it comes from."""

    nama = TeksSebaris(label="Kelengkapan", required=False, max_length=PANJANG_NAMA)
    dari = forms.ChoiceField(label="Dari", required=False)

    def __init__(self, *args, sop, langkah, **kwargs):
        super().__init__(*args, **kwargs)
        self.lama = self.initial.pop("lama", None)
        sebelum = sop.langkah[: letak(sop, langkah.kode)]
        pilihan = [(LUAR, "dari luar SOP"), *pilihan_langkah(sebelum)]
        pilihan.append((langkah.kode, "dibuat pada langkah ini"))
        if self.lama and self.lama.dari not in dict(pilihan):
            pilihan.append((self.lama.dari, f"{self.lama.dari or 'belum dipilih'} (tidak cocok)"))
        self.fields["dari"].choices = pilihan

    def nilai(self):
        """The Kelengkapan; None for an empty line."""
        isi = self.cleaned_data
        if not isi.get("nama"):
            return None
        tetap = self.lama and (self.lama.nama, self.lama.dari) == (isi["nama"], isi["dari"])
        return self.lama if tetap else Kelengkapan(nama=isi["nama"], dari=isi["dari"])


class BarisOutput(BarisIsian):
    """One thing that the row makes, by which work, and who signs it."""

    rincian = ("jenis", "naskah", "penanda_tangan")
    nama = TeksSebaris(label="Output", required=False, max_length=PANJANG_NAMA)
    jenis = forms.ChoiceField(
        label="Dibuat oleh pekerjaan",
        choices=menjadi_pilihan(SEBUTAN_JENIS, "(pekerjaan terakhir)"),
        required=False,
    )
    naskah = forms.ChoiceField(label="Naskah", required=False)
    penanda_tangan = forms.ChoiceField(label="Ditandatangani", required=False)

    def __init__(self, *args, sop, langkah, **kwargs):
        super().__init__(*args, **kwargs)
        self.langkah = langkah
        self.lama = self.initial.pop("lama", None)
        tambahan = {self.lama.naskah: self.lama.naskah} if self.lama and self.lama.naskah else {}
        self.fields["naskah"].choices = menjadi_pilihan({**tambahan, **SEBUTAN_NASKAH}, "(menurut jenisnya)")
        self.fields["penanda_tangan"].choices = pilihan_peran(sop, kosong="(tidak ditandatangani)")

    def lain_dari_biasa(self):
        terakhir = self.langkah.pekerjaan[-1].jenis if self.langkah.pekerjaan else None
        return bool(self.lama.jenis not in (None, terakhir) or self.lama.naskah or self.lama.penanda_tangan)

    def nilai(self):
        """The Output; None for an empty line."""
        isi = self.cleaned_data
        if not isi.get("nama"):
            return None
        baru = Output(
            nama=isi["nama"],
            jenis=Jenis(isi["jenis"]) if isi["jenis"] else None,
            naskah=isi["naskah"],
            penanda_tangan=isi["penanda_tangan"],
            disimpulkan=bool(self.lama and self.lama.disimpulkan),
        )
        return baru if baru == self.lama else _dipastikan(baru)


def _dipastikan(output):
    """What a person has changed is no guess any more."""
    return Output(
        nama=output.nama, jenis=output.jenis, naskah=output.naskah, penanda_tangan=output.penanda_tangan
    )
