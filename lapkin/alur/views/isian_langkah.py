"""The form of a whole row in the SOP editor, with its lines."""

from django import forms

from lapkin.bahasa.tanggal import NAMA_BULAN
from lapkin.sop.bagan import Cara, Tiap
from lapkin.sop.batas_isian import BUTIR_TERBANYAK, PANJANG_LANGKAH
from lapkin.sop.pilihan_sop import SEBUTAN_CARA, SEBUTAN_TIAP
from lapkin.sop.sunting import letak, susun_tercetak

from .isian_baris import (
    BarisKelengkapan,
    BarisOutput,
    BarisPekerjaan,
    IsianWaktu,
    menjadi_pilihan,
    pilihan_langkah,
    pilihan_peran,
    terbaca,
)
from .isian_teks import InputSebaris, Teks, TeksSebaris
from .isian_urut import PilihanBerurut


class FormLangkah(IsianWaktu):
    """The fields of a row that stand once."""

    no = TeksSebaris(
        label="Nomor",
        required=False,
        max_length=PANJANG_LANGKAH["no"],
        widget=InputSebaris({"class": "pendek"}),
    )
    kegiatan = Teks(
        label="Kegiatan",
        max_length=PANJANG_LANGKAH["kegiatan"],
        tinggi=3,
        attrs={"autofocus": ""},
        error_messages={"required": "Tulis kegiatannya."},
    )
    penanda = forms.ChoiceField(
        label="Jenis baris",
        required=False,
        choices=[
            ("", "Langkah kerja"),
            ("mulai", "Mulai (tanpa pekerjaan)"),
            ("selesai", "Selesai (tanpa pekerjaan)"),
        ],
    )
    pelaksana = PilihanBerurut(
        label="Pelaksana",
        help_text="Bila bekerja berurutan, tulis gilirannya di samping: 1, 2, 3. Tanpa angka menurut kolomnya.",
        required=False,
    )
    cara = forms.ChoiceField(label="Bila beberapa pelaksana", choices=menjadi_pilihan(SEBUTAN_CARA))
    keterangan = Teks(label="Keterangan", required=False, max_length=PANJANG_LANGKAH["keterangan"])
    kembali_ke = forms.MultipleChoiceField(
        label="Bila belum baik, dapat kembali ke", required=False, widget=forms.CheckboxSelectMultiple
    )
    kelengkapan_tercetak = Teks(
        label="Kelengkapan seperti tercetak",
        help_text="Kosongkan bila sama dengan daftarnya.",
        required=False,
        max_length=PANJANG_LANGKAH["kelengkapan_tercetak"],
    )
    output_tercetak = Teks(
        label="Output seperti tercetak",
        help_text="Kosongkan bila sama dengan daftarnya.",
        required=False,
        max_length=PANJANG_LANGKAH["output_tercetak"],
    )
    tiap = forms.ChoiceField(
        label="Dibuka untuk",
        help_text="Untuk langkah yang mengumpulkan data dari banyak unit.",
        choices=menjadi_pilihan(SEBUTAN_TIAP, "satu kali saja"),
        required=False,
    )
    pengisi = forms.ChoiceField(label="Yang mengisi", required=False)
    penghimpun = forms.ChoiceField(label="Yang menghimpun", required=False)
    teks = forms.BooleanField(label="Unit juga menulis uraian, tidak hanya angka", required=False)
    tanggal_terakhir = forms.IntegerField(
        label="Paling lambat tanggal", min_value=1, max_value=31, required=False
    )
    bulan_terakhir = forms.ChoiceField(
        label="bulan",
        help_text="Pada tahun sesudah tahun laporan.",
        required=False,
        choices=[("", "(tidak ada)"), *((f"{n:02d}", nama) for n, nama in enumerate(NAMA_BULAN, start=1))],
    )
    catatan = Teks(
        label="Catatan penyusun",
        help_text="Tidak tercetak pada formulir.",
        required=False,
        max_length=PANJANG_LANGKAH["catatan"],
    )

    def __init__(self, *args, sop, langkah, **kwargs):
        self.langkah = langkah
        super().__init__(*args, initial=_awal(langkah), **kwargs)
        sebelum = sop.langkah[: letak(sop, langkah.kode)]
        boleh = [lain for lain in sebelum if not lain.penanda or lain.kode in langkah.kembali_ke]
        boleh += [lain for lain in sop.langkah if lain.kode in langkah.kembali_ke and lain not in boleh]
        berkolom = dict(pilihan_peran(sop, berkolom=True)) | {nama: nama for nama in langkah.pelaksana}
        self.fields["pelaksana"].choices = menjadi_pilihan(berkolom)
        self.fields["kembali_ke"].choices = pilihan_langkah(boleh)
        self.fields["pengisi"].choices = pilihan_peran(sop, kosong="(pelaksana sendiri)")
        self.fields["penghimpun"].choices = pilihan_peran(sop, berkolom=True, kosong="(tidak ada)")

    def clean(self):
        isi = super().clean()
        if bool(isi.get("tanggal_terakhir")) != bool(isi.get("bulan_terakhir")):
            self.add_error("tanggal_terakhir", "Isi tanggal dan bulannya, atau kosongkan keduanya.")
        if isi.get("penanda") and isi.get("pelaksana") and not self.langkah.penanda:
            self.add_error("penanda", "Baris mulai dan selesai tidak mempunyai pelaksana; hapus centangnya.")
        return isi

    def nilai(self):
        """The fields of Langkah that stand once, but for the printed lists."""
        isi, lama = self.cleaned_data, self.langkah
        return {
            "no": isi["no"],
            "kegiatan": isi["kegiatan"],
            "penanda": isi["penanda"],
            "pelaksana": isi["pelaksana"],
            "cara": Cara(isi["cara"]),
            "waktu_tercetak": self.waktu_tercetak(lama.waktu_tercetak),
            "keterangan": isi["keterangan"],
            "kembali_ke": self._kembali_ke(),
            "tiap": Tiap(isi["tiap"]) if isi["tiap"] else None,
            "pengisi": isi["pengisi"],
            "penghimpun": isi["penghimpun"],
            "teks": isi["teks"],
            "paling_lambat": self._paling_lambat(),
            "catatan": isi["catatan"],
        }

    def _kembali_ke(self):
        """In the order they had, where the same rows were chosen."""
        lama, dipilih = self.langkah.kembali_ke, tuple(self.cleaned_data["kembali_ke"])
        return lama if set(lama) == set(dipilih) else dipilih

    def _paling_lambat(self):
        isi = self.cleaned_data
        if not isi["tanggal_terakhir"]:
            return self.langkah.paling_lambat if not _hari_terakhir(self.langkah) else ""
        return f"{isi['bulan_terakhir']}-{isi['tanggal_terakhir']:02d}"


def _awal(langkah):
    """What the form shows of a row before anything was typed."""
    waktu = terbaca(langkah.waktu_tercetak)
    bulan, tanggal = _hari_terakhir(langkah) or ("", None)
    kelengkapan = susun_tercetak(butir.nama for butir in langkah.kelengkapan)
    output = susun_tercetak(butir.nama for butir in langkah.output)
    return {
        **{nama: getattr(langkah, nama) for nama in FormLangkah.base_fields if hasattr(langkah, nama)},
        "tiap": langkah.tiap or "",
        "jumlah": waktu.jumlah if waktu else None,
        "satuan": waktu.satuan if waktu else "jam",
        "bulan_terakhir": bulan,
        "tanggal_terakhir": tanggal,
        "kelengkapan_tercetak": ""
        if langkah.kelengkapan_tercetak == kelengkapan
        else langkah.kelengkapan_tercetak,
        "output_tercetak": "" if langkah.output_tercetak == output else langkah.output_tercetak,
    }


def _hari_terakhir(langkah):
    """(month as "01", day) of the last day allowed; None where none can be read."""
    bulan, _, tanggal = langkah.paling_lambat.partition("-")
    dapat = bulan.isdecimal() and tanggal.isdecimal() and 1 <= int(bulan) <= len(NAMA_BULAN)
    return (bulan, int(tanggal)) if dapat else None


def _formset(baris, kosong):
    return forms.formset_factory(
        baris, extra=kosong, max_num=BUTIR_TERBANYAK, absolute_max=BUTIR_TERBANYAK + 10
    )


DAFTAR_BAGIAN = {
    "pekerjaan": (BarisPekerjaan, 1),
    "kelengkapan": (BarisKelengkapan, 2),
    "output": (BarisOutput, 1),
}


class IsianLangkah:
    """All forms of one row as one: `form` and the lines in `daftar`, by the name of their field."""

    def __init__(self, data=None, *, sop, langkah):
        self.form = FormLangkah(data, sop=sop, langkah=langkah)
        self.sop, self.langkah = sop, langkah
        self.daftar = {nama: self._formset(nama, data) for nama in DAFTAR_BAGIAN}

    def _formset(self, nama, data=None):
        baris, kosong = DAFTAR_BAGIAN[nama]
        return _formset(baris, kosong)(
            data,
            prefix=nama,
            initial=[_baris_awal(satu) for satu in getattr(self.langkah, nama)],
            form_kwargs={"sop": self.sop, "langkah": self.langkah},
        )

    @property
    def semua(self):
        """Every form, for the summary of errors."""
        return [self.form, *(baris for formset in self.daftar.values() for baris in formset)]

    def is_valid(self):
        """A list that came with fewer lines than the page had would be emptied without a word: it is refused."""
        sah = all([self.form.is_valid(), *(formset.is_valid() for formset in self.daftar.values())])
        kurang = [nama for nama, formset in self.daftar.items() if _terkirim_kurang(formset)]
        for nama in kurang:
            self.form.add_error(
                None, f"Daftar {nama} tidak terkirim utuh. Isi lagi, lalu simpan sekali lagi."
            )
            self.daftar[nama] = self._formset(nama)
        return sah and not kurang

    def isian(self):
        """What `sunting.ubah_langkah` takes."""
        isi = self.form.nilai()
        for nama, formset in self.daftar.items():
            isi[nama] = tuple(nilai for baris in formset if (nilai := baris.nilai()) is not None)
        for nama in ("kelengkapan", "output"):
            isi[f"{nama}_tercetak"] = self._tercetak(nama, isi[nama])
        return isi

    def _tercetak(self, nama, daftar):
        """What the form prints: the typed words, else the names of the list; nothing stays nothing."""
        tertulis = self.form.cleaned_data[f"{nama}_tercetak"]
        lama = getattr(self.langkah, f"{nama}_tercetak")
        tetap_kosong = not lama and daftar == getattr(self.langkah, nama)
        return tertulis if tertulis or tetap_kosong else susun_tercetak(butir.nama for butir in daftar)


def _terkirim_kurang(formset):
    return formset.is_bound and formset.total_form_count() < len(formset.initial)


def _baris_awal(butir):
    nilai = {nama: getattr(butir, nama) for nama in butir.__dataclass_fields__}
    if "jenis" in nilai:
        nilai["jenis"] = nilai["jenis"] or ""
    return {**nilai, "lama": butir}
