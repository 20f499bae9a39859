"""Keputusan (SK Tim): Menimbang, Mengingat, MEMUTUSKAN, Menetapkan, KESATU ...

The signer's name stands in capitals without titles, rank and NIP (Permendagri 1/2023 Pasal 44: penetapan).
"""

from lapkin.bahasa.tanggal import panjang
from lapkin.dokumen.blok import (
    Blok,
    Dokumen,
    Jeda,
    Judul,
    Paragraf,
    Pasang,
    Pasangan,
    Potongan,
    Tabel,
    baris,
    daftar,
    paragraf,
)

from .dasar import TEMBUSAN, Bentuk, Isian, Kolom, Konteks, daftar_tembusan, dokumen, tanda_tangan
from .paraf import kotak_paraf

BERLAKU = "Keputusan ini mulai berlaku pada tanggal ditetapkan."

DAFTAR_ISIAN = (
    Isian(nama="tentang", label="Tentang", bantuan="Judul keputusan, tanpa kata “tentang”."),
    Isian(
        nama="menimbang",
        label="Menimbang",
        jenis="daftar",
        bantuan="Satu pertimbangan tiap baris, dimulai dengan “bahwa”.",
    ),
    Isian(nama="mengingat", label="Mengingat", jenis="daftar", bantuan="Satu peraturan tiap baris."),
    Isian(nama="memperhatikan", label="Memperhatikan", jenis="daftar", wajib=False),
    Isian(
        nama="diktum",
        label="Menetapkan",
        jenis="daftar",
        bantuan="Satu diktum tiap baris; KESATU, KEDUA, dan saat berlakunya ditulis aplikasi.",
    ),
    Isian(
        nama="susunan",
        label="Susunan tim",
        jenis="tabel",
        daftar_kolom=(
            Kolom(nama="kedudukan", label="Kedudukan dalam tim"),
            Kolom(nama="nama", label="Nama/jabatan dinas"),
        ),
    ),
    TEMBUSAN,
)


def susun(isi: dict, konteks: Konteks) -> Dokumen:
    """The paper of this form, from its clean fields and the facts around it."""
    blok = (*_kepala(isi, konteks), *_pertimbangan(isi), *_ketetapan(isi, konteks), *_lampiran(isi, konteks))
    return dokumen(konteks, "Keputusan", blok, penomoran_halaman=True)


def _jabatan(konteks: Konteks) -> str:
    """The post in whose name it is decided, also when a Plt. or Plh. signs."""
    return konteks.penanda_tangan.jabatan[0].removeprefix("Plt. ").removeprefix("Plh. ").upper()


def _kepala(isi: dict, konteks: Konteks) -> tuple[Blok, ...]:
    return (
        Judul(tingkat=1, teks=f"KEPUTUSAN {_jabatan(konteks)}", jenis="naskah"),
        _tengah(f"NOMOR {konteks.nomor_tercetak}"),
        _tengah("TENTANG"),
        _tengah(isi["tentang"].upper(), tebal=True),
        _tengah(f"{_jabatan(konteks)},"),
    )


def _pertimbangan(isi: dict) -> tuple[Blok, ...]:
    daftar_baris = [
        Pasang(label="Menimbang", nilai=_bertanda_titik_koma(isi["menimbang"]), bernomor="a"),
        Pasang(label="Mengingat", nilai=_bertanda_titik_koma(isi["mengingat"]), bernomor="1"),
    ]
    if isi["memperhatikan"]:
        memperhatikan = _bertanda_titik_koma(isi["memperhatikan"])
        daftar_baris.append(Pasang(label="Memperhatikan", nilai=memperhatikan, bernomor="1"))
    return (Pasangan(baris=tuple(daftar_baris)),)


def _bertanda_titik_koma(daftar_butir: list[str]) -> tuple[str, ...]:
    """Each item ends with a semicolon, as the form wants it."""
    return tuple(f"{butir.rstrip(' ;.')};" for butir in daftar_butir)


def _ketetapan(isi: dict, konteks: Konteks) -> tuple[Blok, ...]:
    judul = f"KEPUTUSAN {_jabatan(konteks)} TENTANG {isi['tentang'].upper()}."
    return (
        _tengah("MEMUTUSKAN:", tebal=True),
        Pasangan(baris=(Pasang(label="Menetapkan", nilai=(judul,)),)),
        daftar(*(f"{butir.rstrip(' ;.')}." for butir in isi["diktum"]), BERLAKU, bernomor="KESATU"),
        *_penetapan(konteks),
        *daftar_tembusan(isi["tembusan"]),
        *kotak_paraf(konteks),
    )


def _penetapan(konteks: Konteks) -> tuple[Blok, ...]:
    tempat_tanggal = f"Ditetapkan di {konteks.tempat}\npada tanggal {panjang(konteks.tanggal)}"
    return (tanda_tangan(konteks.penanda_tangan, tempat_tanggal=tempat_tanggal, bergelar=False),)


def _lampiran(isi: dict, konteks: Konteks) -> tuple[Blok, ...]:
    """The attachment: who sits in the team."""
    susunan = Tabel(
        keterangan="",
        lebar=(8, 40, 80),
        rata=("tengah", "kiri", "kiri"),
        kepala=(baris("No.", "Kedudukan dalam tim", "Nama/jabatan dinas"),),
        baris=tuple(
            baris(str(ke), satu["kedudukan"], satu["nama"]) for ke, satu in enumerate(isi["susunan"], start=1)
        ),
    )
    return (
        Jeda(),
        paragraf(
            f"LAMPIRAN\nKEPUTUSAN {_jabatan(konteks)}\nNOMOR {konteks.nomor_tercetak}\n"
            f"TENTANG {isi['tentang'].upper()}",
            rata="kiri",
        ),
        _tengah("SUSUNAN TIM", tebal=True),
        susunan,
        tanda_tangan(konteks.penanda_tangan, bergelar=False),
    )


def _tengah(teks: str, *, tebal: bool = False) -> Paragraf:
    return Paragraf(potongan=(Potongan(teks=teks, tebal=tebal),), rata="tengah")


BENTUK = Bentuk(
    kode="sk-tim",
    nama="Keputusan (SK Tim)",
    uraian="Keputusan kepala instansi yang membentuk tim penyusun.",
    daftar_isian=DAFTAR_ISIAN,
    susun=susun,
    buku="keputusan",
)
