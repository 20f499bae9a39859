"""The head of a printed table: which column means what, found by its words and not by its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lapkin.sop.sop import Sop
from lapkin.sop.tampak import serata, setara
from lapkin.sop.tukar.kisi import Kisi

# By the meaning (the names of LabelKolom): how offices head such a column.
_MAKNA = {
    "no": r"no\.?|(no\.?|nomor) ?urut|nomor",
    "kegiatan": r"(uraian )?(kegiatan|aktivitas|aktifitas|prosedur)|uraian|langkah( kegiatan)?",
    "kelengkapan": r"kelengkapan|persyaratan|(persyaratan|syarat) ?/ ?(kelengkapan|perlengkapan)|perlengkapan|input",
    "waktu": r"waktu|waktu penyelesaian|lama waktu|durasi",
    "output": r"out ?put|hasil|keluaran|produk",
    "keterangan": r"ket\.?|keterangan|catatan",
    "pelaksana": r"(unit )?(pelaksana|aktor|pelaku)( kegiatan)?",
    "mutu_baku": r"mutu ?baku|baku mutu",
    "kembali_ke": r"kembali ke( langkah| nomor| no\.?)?",
}
_KELOMPOK = ("pelaksana", "mutu_baku")
_POLA = {makna: re.compile(pola) for makna, pola in _MAKNA.items()}
_BARIS_DICARI = 40
_BARIS_KEPALA_TERBANYAK = 4
JUDUL_KODE = "Kode Lapkin"
# What a sheet prints over these columns where the office prints nothing; without it they could not be found again.
JUDUL_PENGGANTI = {"kegiatan": "Kegiatan", "pelaksana": "Pelaksana", "kembali_ke": "Kembali ke"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kosakata:
    """The words of heads that one SOP uses beside the usual ones: headings by their meaning, and its roles."""

    judul: dict[str, str] = field(default_factory=dict)
    peran: frozenset[str] = frozenset()

    def makna(self, teks: str) -> str | None:
        """What a column (a name in LabelKolom) or a group of columns ("pelaksana", "mutu_baku") is headed by."""
        bersih = setara(teks)
        if bersih in self.judul:
            return self.judul[bersih]
        return next((makna for makna, pola in _POLA.items() if pola.fullmatch(bersih)), None)

    def makna_kolom(self, teks: str) -> str | None:
        makna = self.makna(teks)
        return None if makna in _KELOMPOK else makna


def kosakata(dasar: Sop) -> Kosakata:
    """The words of an SOP: an office heads its table as it likes, and reads its own table back."""
    label = dasar.identitas.label_kolom
    daftar = {setara(getattr(label, makna, "")): makna for makna in _POLA}
    nama = {setara(nama) for peran in dasar.peran for nama in (peran.nama, *peran.ejaan_lain)}
    return Kosakata(
        judul={teks: makna for teks, makna in daftar.items() if teks}, peran=frozenset(nama - {""})
    )


@dataclass(frozen=True, slots=True)
class KolomPelaksana:
    """One actor's column: where it stands and the role's name as headed."""

    letak: int
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kepala:
    """The head: where each meaning stands, its words as printed, the actors; its rows and the first row below it."""

    letak: dict[str, int]
    label: dict[str, str]
    daftar_pelaksana: tuple[KolomPelaksana, ...]
    baris_awal: int
    baris_akhir: int
    baris_isi: int
    nomor_kolom: tuple[str, ...] = ()
    letak_kode: int | None = None


def cari_kepala(kisi: Kisi, daftar_masalah: list[str], kata: Kosakata) -> Kepala | None:
    """The head of the table; None (and a sentence) where there is none. Faults of its columns are sentences too."""
    calon = range(min(len(kisi.isi), _BARIS_DICARI))
    atas = next((baris for baris in calon if _kepala_mulai(kisi, baris, kata)), None)
    if atas is None:
        daftar_masalah.append(
            "Kepala tabel tidak ditemukan; perlu satu baris dengan judul Kegiatan (atau Uraian, Aktivitas) "
            "dan judul lain seperti Pelaksana, Kelengkapan, Waktu, dan Output."
        )
        return None
    bawah = _kepala_akhir(kisi, atas, kata)
    kepala = _baca_kolom(kisi, atas, bawah, kata, daftar_masalah)
    if (nomor := _nomor_kolom(kisi, bawah + 1, kepala.letak_kode)) is not None:
        return replace(kepala, baris_isi=bawah + 2, nomor_kolom=nomor)
    return kepala


def kepala_berulang(kisi: Kisi, kepala: Kepala) -> frozenset[int]:
    """The rows below the head that print it once more, as each new page does, or only its row of numbers."""
    tinggi = kepala.baris_akhir - kepala.baris_awal + 1
    semula = [_baris_rapi(kisi, kepala.baris_awal + urut) for urut in range(tinggi)]
    hasil: set[int] = set()
    for baris in range(kepala.baris_isi, len(kisi.isi)):
        if [_baris_rapi(kisi, lain) for lain in range(baris, min(baris + tinggi, len(kisi.isi)))] == semula:
            hasil |= set(range(baris, baris + tinggi))
        elif kisi.isi[baris][kepala.letak.get("kegiatan", 0)].strip().isdecimal():
            hasil |= {baris} if _nomor_kolom(kisi, baris, kepala.letak_kode) else set()
    return frozenset(hasil)


def _baris_rapi(kisi: Kisi, baris: int) -> list[str]:
    return list(map(setara, kisi.isi[baris]))


def _kepala_mulai(kisi: Kisi, baris: int, kata: Kosakata) -> bool:
    """A row that heads kegiatan and at least one more column."""
    makna = {kata.makna(teks) for teks in kisi.isi[baris]} - {None}
    return "kegiatan" in makna and len(makna) > 1


def _kepala_akhir(kisi: Kisi, atas: int, kata: Kosakata) -> int:
    """The last row of the head: as deep as its merged cells, and rows that only name columns below a group."""
    bawah = max(kisi.gabungan(atas, kolom).bawah for kolom in range(kisi.lebar))
    bawah = min(bawah, atas + _BARIS_KEPALA_TERBANYAK - 1, len(kisi.isi) - 1)
    berikut = bawah + 1
    if bawah == atas and berikut < len(kisi.isi) and _hanya_menamai(kisi, atas, berikut, kata):
        return berikut
    return bawah


def _hanya_menamai(kisi: Kisi, atas: int, baris: int, kata: Kosakata) -> bool:
    """Below a head whose spans were lost (plain text): nothing stands under the words that head a column alone."""
    berdiri = ("no", "kegiatan", "keterangan")
    sendiri = [kolom for kolom, teks in enumerate(kisi.isi[atas]) if kata.makna(teks) in berdiri]
    terisi = [teks for teks in kisi.isi[baris] if teks.strip()]
    return bool(terisi) and not any(kisi.isi[baris][kolom].strip() for kolom in sendiri)


def _baca_kolom(kisi: Kisi, atas: int, bawah: int, kata: Kosakata, daftar_masalah: list[str]) -> Kepala:
    letak, label, pelaksana, lain = {}, {}, [], []
    letak_kode = None
    for kolom in range(kisi.lebar):
        kelompok, judul = _judul(kisi, atas, bawah, kolom, kata)
        if (di_bawah := kata.makna(kelompok)) in _KELOMPOK:
            label[di_bawah] = kelompok
        makna = kata.makna_kolom(judul)
        if di_bawah == "pelaksana":
            pelaksana.append(KolomPelaksana(kolom, judul))
        elif setara(judul) == setara(JUDUL_KODE):
            letak_kode = kolom
        elif makna and makna not in letak:
            letak[makna], label[makna] = kolom, judul
        elif makna:
            daftar_masalah.append(f'Sel {kisi.alamat(bawah, kolom)}: kolom "{serata(judul)}" ada dua kali.')
        else:
            lain.append(KolomPelaksana(kolom, judul))
    daftar_masalah += _kolom_asing(kisi, bawah, letak, lain, pelaksana, kata)
    _periksa_pelaksana(kisi, bawah, pelaksana, daftar_masalah)
    return Kepala(
        letak=letak,
        label=label,
        daftar_pelaksana=tuple(KolomPelaksana(p.letak, serata(p.nama)) for p in pelaksana),
        baris_awal=atas,
        baris_akhir=bawah,
        baris_isi=bawah + 1,
        letak_kode=letak_kode,
    )


def _judul(kisi: Kisi, atas: int, bawah: int, kolom: int, kata: Kosakata) -> tuple[str, str]:
    """What stands over a column: its group and its own words, "" where it has none."""
    asal = kisi.gabungan(atas, kolom)
    if asal.bawah >= bawah:
        return "", _teks_gabungan(kisi, atas, kolom)
    kelompok = _teks_gabungan(kisi, atas, kolom)
    if not kelompok.strip() and not kisi.daftar_gabungan:
        kelompok = _kelompok_di_kiri(kisi, atas, kolom)
    di_bawah = (_teks_gabungan(kisi, baris, kolom) for baris in range(bawah, asal.bawah, -1))
    if sendiri := next((teks for teks in di_bawah if teks.strip()), ""):
        return kelompok, sendiri
    # Nothing below: either a column that heads itself, or one of a group whose own words are missing.
    sendiri = kisi.isi[atas][kolom]
    return kelompok, "" if kata.makna(sendiri) in _KELOMPOK else sendiri


def _teks_gabungan(kisi: Kisi, baris: int, kolom: int) -> str:
    asal = kisi.gabungan(baris, kolom)
    return kisi.isi[asal.atas][asal.kiri]


def _kelompok_di_kiri(kisi: Kisi, atas: int, kolom: int) -> str:
    """Plain text has lost its spans: an empty head belongs to the group that stands left of it."""
    return next((kisi.isi[atas][k] for k in range(kolom, -1, -1) if kisi.isi[atas][k].strip()), "")


def _kolom_asing(kisi, bawah, letak, lain, pelaksana: list[KolomPelaksana], kata: Kosakata) -> Iterator[str]:
    """Columns of no known meaning: roles of the SOP, or any between kegiatan and mutu baku, are `pelaksana`.

    Where a group names the actors, whatever stands outside it is a fault.
    """
    mutu = [letak[makna] for makna in ("kelengkapan", "waktu", "output") if makna in letak]
    ada_kelompok = bool(pelaksana)
    for kolom in lain:
        di_antara = letak.get("kegiatan", kisi.lebar) < kolom.letak < min(mutu, default=0)
        tanpa_arti = bool(kolom.nama.strip()) and kata.makna(kolom.nama) is None
        if setara(kolom.nama) in kata.peran or (di_antara and not ada_kelompok and tanpa_arti):
            pelaksana.append(kolom)
        elif tanpa_arti:
            yield (
                f'Sel {kisi.alamat(bawah, kolom.letak)}: kolom "{serata(kolom.nama)}" tidak dikenal; '
                "letakkan di bawah Pelaksana bila itu pelaksana, atau hapus."
            )
        elif kata.makna(kolom.nama) == "pelaksana":
            yield (
                f'Sel {kisi.alamat(bawah, kolom.letak)}: kolom "{serata(kolom.nama)}" belum dibagi; '
                "buat satu kolom untuk setiap pelaksana."
            )


def _periksa_pelaksana(kisi, bawah, pelaksana: list[KolomPelaksana], daftar_masalah: list[str]) -> None:
    pernah: dict[str, int] = {}
    for kolom in pelaksana:
        nama, sel = setara(kolom.nama), kisi.alamat(bawah, kolom.letak)
        if not nama:
            daftar_masalah.append(f"Sel {sel}: kolom pelaksana ini belum bernama; tulis jabatannya.")
        elif nama in pernah:
            daftar_masalah.append(f'Sel {sel}: pelaksana "{serata(kolom.nama)}" ada dua kali.')
        pernah.setdefault(nama, kolom.letak)


def _nomor_kolom(kisi: Kisi, baris: int, letak_kode: int | None) -> tuple[str, ...] | None:
    """The row "1 2 3 ..." that some offices print below the head; None where this row is something else."""
    if baris >= len(kisi.isi):
        return None
    sel = (teks.strip() for kolom, teks in enumerate(kisi.isi[baris]) if kolom != letak_kode)
    daftar = tuple(teks for teks in sel if teks)
    berurut = daftar == tuple(str(nomor) for nomor in range(1, len(daftar) + 1))
    return daftar if len(daftar) >= 3 and berurut else None
