"""The head of a printed table: which column means what, found by its words and not by its place."""

import re
from dataclasses import dataclass, replace

from lapkin.sop.tukar.kisi import Kisi, rapi

# By the meaning (the names of LabelKolom): how offices head such a column.
_MAKNA = {
    "no": r"no\.?|nomor|no\.? ?urut",
    "kegiatan": r"(uraian )?(kegiatan|aktivitas|aktifitas|prosedur)|uraian|langkah( kegiatan)?",
    "kelengkapan": r"kelengkapan|persyaratan|(persyaratan|syarat) ?/ ?(kelengkapan|perlengkapan)|perlengkapan|input",
    "waktu": r"waktu|waktu penyelesaian|lama waktu|durasi",
    "output": r"out ?put|hasil|keluaran|produk",
    "keterangan": r"ket\.?|keterangan|catatan",
}
_PELAKSANA = re.compile(r"(unit )?(pelaksana|aktor|pelaku)( kegiatan)?")
_MUTU_BAKU = re.compile(r"mutu ?baku|baku mutu")
_POLA = {makna: re.compile(pola) for makna, pola in _MAKNA.items()}
_BARIS_DICARI = 40
_BARIS_KEPALA_TERBANYAK = 4
JUDUL_KODE = "Kode Lapkin"


@dataclass(frozen=True, slots=True)
class KolomPelaksana:
    """One actor's column: where it stands and the role's name as headed."""

    letak: int
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kepala:
    """The head: where each meaning stands, its words as printed, the actors, and the first row below it."""

    letak: dict[str, int]
    label: dict[str, str]
    daftar_pelaksana: tuple[KolomPelaksana, ...]
    baris_isi: int
    nomor_kolom: tuple[str, ...] = ()
    letak_kode: int | None = None


def cari_kepala(kisi: Kisi, daftar_masalah: list[str]) -> Kepala | None:
    """The head of the table; None (and a sentence) where there is none. Faults of its columns are sentences too."""
    atas = next((b for b in range(min(len(kisi.isi), _BARIS_DICARI)) if _kepala_mulai(kisi, b)), None)
    if atas is None:
        daftar_masalah.append(
            "Kepala tabel tidak ditemukan; perlu satu baris dengan judul Kegiatan (atau Uraian, Aktivitas) "
            "dan judul lain seperti Pelaksana, Kelengkapan, Waktu, dan Output."
        )
        return None
    bawah = _kepala_akhir(kisi, atas)
    kepala = _baca_kolom(kisi, atas, bawah, daftar_masalah)
    return _lewati_nomor_kolom(kisi, kepala)


def _kepala_mulai(kisi: Kisi, baris: int) -> bool:
    """A row that heads kegiatan and at least one more column."""
    makna = {_makna(teks) for teks in kisi.isi[baris]} - {None}
    return "kegiatan" in makna and len(makna) > 1


def _makna(teks: str) -> str | None:
    bersih = rapi(teks)
    if _PELAKSANA.fullmatch(bersih) or _MUTU_BAKU.fullmatch(bersih):
        return "kelompok"
    return next((makna for makna, pola in _POLA.items() if pola.fullmatch(bersih)), None)


def _kepala_akhir(kisi: Kisi, atas: int) -> int:
    """The last row of the head: as deep as its merged cells, and rows that only name columns below a group."""
    bawah = max(kisi.gabungan(atas, kolom).bawah for kolom in range(kisi.lebar))
    bawah = min(bawah, atas + _BARIS_KEPALA_TERBANYAK - 1)
    berikut = bawah + 1
    if bawah == atas and berikut < len(kisi.isi) and _hanya_menamai(kisi, atas, berikut):
        return berikut
    return bawah


def _hanya_menamai(kisi: Kisi, atas: int, baris: int) -> bool:
    """Below a head whose spans were lost (plain text): nothing stands under the words that head a column alone."""
    sendiri = [k for k, teks in enumerate(kisi.isi[atas]) if _makna(teks) in ("no", "kegiatan", "keterangan")]
    terisi = [teks for teks in kisi.isi[baris] if teks.strip()]
    return bool(terisi) and not any(kisi.isi[baris][kolom].strip() for kolom in sendiri)


def _baca_kolom(kisi: Kisi, atas: int, bawah: int, daftar_masalah: list[str]) -> Kepala:
    letak, label, pelaksana, lain = {}, {}, [], []
    letak_kode = None
    for kolom in range(kisi.lebar):
        kelompok, judul = _judul(kisi, atas, bawah, kolom)
        if _PELAKSANA.fullmatch(rapi(kelompok)):
            label["pelaksana"] = kelompok
            pelaksana.append(KolomPelaksana(kolom, judul))
            continue
        if _MUTU_BAKU.fullmatch(rapi(kelompok)):
            label["mutu_baku"] = kelompok
        makna = _makna(judul)
        if rapi(judul) == rapi(JUDUL_KODE):
            letak_kode = kolom
        elif makna in _POLA and makna not in letak:
            letak[makna], label[makna] = kolom, judul
        elif makna in _POLA:
            daftar_masalah.append(f'Sel {kisi.alamat(bawah, kolom)}: kolom "{_sebaris(judul)}" ada dua kali.')
        else:
            lain.append(KolomPelaksana(kolom, judul))
    pelaksana += _pelaksana_tanpa_kelompok(kisi, bawah, letak, lain, bool(pelaksana), daftar_masalah)
    _periksa_pelaksana(kisi, bawah, pelaksana, daftar_masalah)
    return Kepala(
        letak=letak,
        label=label,
        daftar_pelaksana=tuple(KolomPelaksana(p.letak, _sebaris(p.nama)) for p in pelaksana),
        baris_isi=bawah + 1,
        letak_kode=letak_kode,
    )


def _judul(kisi: Kisi, atas: int, bawah: int, kolom: int) -> tuple[str, str]:
    """What stands over a column: its group ("" where it has none) and its own words."""
    daftar = [_teks_gabungan(kisi, baris, kolom) for baris in range(atas, bawah + 1)]
    sendiri = next((teks for teks in reversed(daftar) if teks.strip()), "")
    kelompok = daftar[0] if bawah > atas else ""
    if bawah > atas and not kelompok.strip() and not kisi.daftar_gabungan:
        kelompok = _kelompok_di_kiri(kisi, atas, kolom)
    if kelompok == sendiri and kisi.gabungan(atas, kolom).bawah >= bawah:
        kelompok = ""
    tanpa_nama = bawah > atas and _makna(kelompok) == "kelompok" and kelompok == sendiri
    return kelompok, "" if tanpa_nama else sendiri


def _teks_gabungan(kisi: Kisi, baris: int, kolom: int) -> str:
    asal = kisi.gabungan(baris, kolom)
    return kisi.isi[asal.atas][asal.kiri]


def _kelompok_di_kiri(kisi: Kisi, atas: int, kolom: int) -> str:
    """Plain text has lost its spans: an empty head belongs to the group that stands left of it."""
    return next((kisi.isi[atas][k] for k in range(kolom, -1, -1) if kisi.isi[atas][k].strip()), "")


def _pelaksana_tanpa_kelompok(kisi, bawah, letak, lain, ada_kelompok, daftar_masalah) -> list[KolomPelaksana]:
    """Unknown columns between kegiatan and mutu baku are actors where no group names them, elsewhere faults."""
    mutu = [letak[makna] for makna in ("kelengkapan", "waktu", "output") if makna in letak]
    hasil = []
    for kolom in lain:
        di_antara = letak.get("kegiatan", kisi.lebar) < kolom.letak < min(mutu, default=0)
        if di_antara and not ada_kelompok and _makna(kolom.nama) is None and kolom.nama.strip():
            hasil.append(kolom)
        elif kolom.nama.strip() and _makna(kolom.nama) is None:
            daftar_masalah.append(
                f'Sel {kisi.alamat(bawah, kolom.letak)}: kolom "{_sebaris(kolom.nama)}" tidak dikenal; '
                "letakkan di bawah Pelaksana bila itu pelaksana, atau hapus."
            )
        elif _PELAKSANA.fullmatch(rapi(kolom.nama)):
            daftar_masalah.append(
                f'Sel {kisi.alamat(bawah, kolom.letak)}: kolom "{_sebaris(kolom.nama)}" belum dibagi; '
                "buat satu kolom untuk setiap pelaksana."
            )
    return hasil


def _periksa_pelaksana(kisi, bawah, pelaksana: list[KolomPelaksana], daftar_masalah: list[str]) -> None:
    pernah: dict[str, int] = {}
    for kolom in pelaksana:
        nama, sel = rapi(kolom.nama), kisi.alamat(bawah, kolom.letak)
        if not nama:
            daftar_masalah.append(f"Sel {sel}: kolom pelaksana ini belum bernama; tulis jabatannya.")
        elif nama in pernah:
            daftar_masalah.append(f'Sel {sel}: pelaksana "{_sebaris(kolom.nama)}" ada dua kali.')
        pernah.setdefault(nama, kolom.letak)


def _lewati_nomor_kolom(kisi: Kisi, kepala: Kepala) -> Kepala:
    """The row "1 2 3 ..." that some offices print below the head."""
    if kepala.baris_isi >= len(kisi.isi):
        return kepala
    daftar = [
        teks.strip()
        for k, teks in enumerate(kisi.isi[kepala.baris_isi])
        if teks.strip() and k != kepala.letak_kode
    ]
    if len(daftar) < 3 or daftar != [str(nomor) for nomor in range(1, len(daftar) + 1)]:
        return kepala
    return replace(kepala, baris_isi=kepala.baris_isi + 1, nomor_kolom=tuple(daftar))


def _sebaris(teks: str) -> str:
    return " ".join(teks.replace("\xa0", " ").split())
