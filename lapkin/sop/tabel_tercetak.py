"""The table of a printed SOP, read back: rows, columns and roles of any such table become an SOP.

Both the Excel sheet and the table pasted from Word come through here. All faults are told at once.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lapkin.sop.bagan import LUAR, Langkah
from lapkin.sop.batas_isian import PANJANG_LANGKAH
from lapkin.sop.periksa_masukan import masalah_masukan
from lapkin.sop.periksa_sop import BATAS_LANGKAH, SLUG
from lapkin.sop.sop import LabelKolom, Peran, Sop
from lapkin.sop.sunting import tanpa_rujukan
from lapkin.sop.tampak import serata, setara
from lapkin.sop.tebakan import kode_baru
from lapkin.sop.tukar.baris import TEKS_TERCETAK, Baris, langkah_dari, masalah_tanda
from lapkin.sop.tukar.kembali import dengan_kembali, masalah_kembali
from lapkin.sop.tukar.kepala import JUDUL_PENGGANTI, Kepala, cari_kepala, kepala_berulang, kosakata
from lapkin.sop.tukar.kisi import Kisi, LembarTidakSah

__all__ = ["LembarTidakSah", "baca_tabel"]

_WAJIB = ("kegiatan", "pelaksana", "kelengkapan", "waktu", "output")
_NAMA_KOLOM = {
    "kegiatan": "Kegiatan",
    "pelaksana": "Pelaksana (satu kolom untuk setiap jabatan)",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
}


def baca_tabel(kisi: Kisi, dasar: Sop) -> Sop:
    """`dasar` with the rows, roles and headings of the table; raises LembarTidakSah with every fault.

    A row of `dasar` is known again by its kode, else by its number and kegiatan; it keeps what no table can say.
    A role is known again by its name in any case, and keeps its spelling: offices bind posts to it. What came from
    a row that is gone comes from outside, and nothing returns there. The head may be printed again on each page.
    A column that `dasar` does not print may be missing. Returns are read from a column "Kembali ke", else of new or
    changed remarks ("kembali ke 2"). The result may be a draft that can't be run yet.
    """
    daftar_masalah: list[str] = []
    kepala = cari_kepala(kisi, daftar_masalah, kosakata(dasar))
    if kepala is None:
        raise LembarTidakSah(daftar_masalah)
    daftar_masalah += _kolom_kurang(kepala, dasar)
    daftar_baris = (
        []
        if daftar_masalah and "kegiatan" not in kepala.letak
        else _baca_isi(kisi, kepala, dasar, daftar_masalah)
    )
    if not daftar_baris and not daftar_masalah:
        daftar_masalah.append("Tabel ini belum berisi satu langkah pun.")
    if daftar_masalah:
        raise LembarTidakSah(daftar_masalah)
    sop = _jadikan_sop(kepala, daftar_baris, dasar)
    # What was wrong before is not the table's fault; it is mended in the editor.
    semula = frozenset(masalah_masukan(dasar))
    if baru := [kalimat for kalimat in masalah_masukan(sop) if kalimat not in semula]:
        raise LembarTidakSah(baru)
    return sop


def _kolom_kurang(kepala: Kepala, dasar: Sop) -> Iterator[str]:
    for makna in _WAJIB:
        ada = bool(kepala.daftar_pelaksana) if makna == "pelaksana" else makna in kepala.letak
        if not ada and getattr(dasar.identitas.label_kolom, makna):
            yield f"Kolom {_NAMA_KOLOM[makna]} tidak ada; tambahkan kolom itu pada tabel."


def _baca_isi(kisi: Kisi, kepala: Kepala, dasar: Sop, daftar_masalah: list[str]) -> list[Baris]:
    ulangan = kepala_berulang(kisi, kepala)
    nomor_baris = [
        nomor
        for nomor in range(kepala.baris_isi, len(kisi.isi))
        if nomor not in ulangan and any(map(str.strip, kisi.isi[nomor]))
    ]
    if len(nomor_baris) > BATAS_LANGKAH:
        daftar_masalah.append(f"Tabel berisi {len(nomor_baris)} baris; paling banyak {BATAS_LANGKAH}.")
        return []
    daftar_masalah += _sel_terlarang(kisi, kepala, ulangan)
    daftar_baris = [_baris(kisi, kepala, nomor) for nomor in nomor_baris]
    for nomor, baris in zip(nomor_baris, daftar_baris, strict=True):
        daftar_masalah += _masalah_baris(kisi, kepala, nomor, baris)
    daftar_masalah += _kode_ganda(daftar_baris)
    daftar_masalah += masalah_kembali(daftar_baris, _pasangkan(daftar_baris, dasar), dasar)
    return daftar_baris


def _sel_terlarang(kisi: Kisi, kepala: Kepala, ulangan: frozenset[int]) -> Iterator[str]:
    """Merged cells and formulas below the head, but for where it is printed again."""
    for gabungan in sorted(kisi.daftar_gabungan, key=lambda g: (g.atas, g.kiri)):
        if gabungan.bawah >= kepala.baris_isi and gabungan.atas not in ulangan:
            awal, akhir = (
                kisi.alamat(gabungan.atas, gabungan.kiri),
                kisi.alamat(gabungan.bawah, gabungan.kanan),
            )
            yield f"Sel {awal} digabung sampai {akhir}; pisahkan sel itu dan isi setiap barisnya."
    for baris, kolom in sorted(kisi.rumus):
        if baris >= kepala.baris_isi:
            yield f"Sel {kisi.alamat(baris, kolom)} berisi rumus; ketik isinya sebagai teks."


def _baris(kisi: Kisi, kepala: Kepala, nomor: int) -> Baris:
    sel = kisi.isi[nomor]
    return Baris(
        sebutan=f"Sel {kisi.alamat(nomor, kepala.letak['kegiatan'])}",
        teks={makna: sel[letak].strip() for makna, letak in kepala.letak.items() if makna in TEKS_TERCETAK},
        tanda={kolom.nama: sel[kolom.letak].strip() for kolom in kepala.daftar_pelaksana},
        kode=sel[kepala.letak_kode].strip() if kepala.letak_kode is not None else "",
        kembali=sel[kepala.letak["kembali_ke"]].strip() if "kembali_ke" in kepala.letak else None,
    )


def _masalah_baris(kisi: Kisi, kepala: Kepala, nomor: int, baris: Baris) -> Iterator[str]:
    if not baris.teks["kegiatan"]:
        yield f"{baris.sebutan}: kegiatan belum ditulis."
    if baris.kode and (not SLUG.fullmatch(baris.kode) or baris.kode == LUAR):
        sel = kisi.alamat(nomor, kepala.letak_kode or 0)
        yield f"Sel {sel}: kode tersembunyi ini rusak; kosongkan sel itu, maka barisnya dianggap baru."
    for kolom, teks in sorted(baris.teks.items()):
        letak, batas = kepala.letak[kolom], PANJANG_LANGKAH[TEKS_TERCETAK[kolom]]
        if len(teks) > batas:
            yield f"Sel {kisi.alamat(nomor, letak)}: teksnya terlalu panjang; paling banyak {batas} huruf."
    yield from masalah_tanda(baris)


def _kode_ganda(daftar_baris: list[Baris]) -> Iterator[str]:
    kali = Counter(baris.kode for baris in daftar_baris if baris.kode)
    for kode, jumlah in kali.items():
        if jumlah > 1:
            tempat = ", ".join(
                baris.sebutan.removeprefix("Sel ") for baris in daftar_baris if baris.kode == kode
            )
            yield (
                f'Kode "{kode}" dipakai {jumlah} baris ({tempat}), karena baris disalin utuh; '
                "kosongkan kolom kode pada baris yang baru."
            )


def _jadikan_sop(kepala: Kepala, daftar_baris: list[Baris], dasar: Sop) -> Sop:
    daftar_peran = _daftar_peran(kepala, dasar)
    nama = {kolom.nama: _cari_peran(daftar_peran, kolom.nama).nama for kolom in kepala.daftar_pelaksana}
    daftar_baris = [
        replace(baris, tanda={nama[kolom]: teks for kolom, teks in baris.tanda.items()})
        for baris in daftar_baris
    ]
    daftar_langkah = _daftar_langkah(daftar_baris, dasar)
    return replace(
        dasar,
        identitas=replace(dasar.identitas, label_kolom=_label(kepala, dasar.identitas.label_kolom)),
        peran=_tanpa_sisa(daftar_peran, kepala, daftar_langkah, dasar),
        langkah=daftar_langkah,
    )


def _daftar_langkah(daftar_baris: list[Baris], dasar: Sop) -> tuple[Langkah, ...]:
    asal = _pasangkan(daftar_baris, dasar)
    terpakai = {langkah.kode for langkah in dasar.langkah} | {baris.kode for baris in daftar_baris}
    hasil: list[Langkah] = []
    for nomor, baris in enumerate(daftar_baris):
        hasil.append(langkah_dari(baris, asal.get(nomor), hasil, terpakai))
        terpakai.add(hasil[-1].kode)
    hasil = dengan_kembali(daftar_baris, asal, hasil)
    hilang = {langkah.kode for langkah in dasar.langkah} - {langkah.kode for langkah in hasil}
    return tuple(tanpa_rujukan(langkah, hilang) for langkah in hasil)


def _pasangkan(daftar_baris: list[Baris], dasar: Sop) -> dict[int, Langkah]:
    """Which row of `dasar` each read row is: by kode, by number and kegiatan, by kegiatan; each row once."""
    tanda_baris = (
        lambda baris: baris.kode,
        lambda baris: (
            "" if baris.kode else (setara(baris.teks.get("no", "")), setara(baris.teks["kegiatan"]))
        ),
        lambda baris: "" if baris.kode else setara(baris.teks["kegiatan"]),
    )
    tanda_langkah = (
        lambda langkah: langkah.kode,
        lambda langkah: (setara(langkah.no), setara(langkah.kegiatan)),
        lambda langkah: setara(langkah.kegiatan),
    )
    hasil: dict[int, Langkah] = {}
    sisa = list(dasar.langkah)
    for dari_baris, dari_langkah in zip(tanda_baris, tanda_langkah, strict=True):
        for nomor, baris in enumerate(daftar_baris):
            tanda = dari_baris(baris)
            cocok = next((langkah for langkah in sisa if tanda and dari_langkah(langkah) == tanda), None)
            if nomor not in hasil and cocok:
                hasil[nomor] = cocok
                sisa = [langkah for langkah in sisa if langkah is not cocok]
    return hasil


def _cari_peran(daftar_peran: tuple[Peran, ...], nama: str) -> Peran | None:
    """The role of this name, by any of its spellings."""
    return next((p for p in daftar_peran if setara(nama) in map(setara, (p.nama, *p.ejaan_lain))), None)


def _daftar_peran(kepala: Kepala, dasar: Sop) -> tuple[Peran, ...]:
    """The roles of the columns in their order, with the others where they stood; a new column is a new role."""
    baris_peran: list[Peran] = []
    for kolom in kepala.daftar_pelaksana:
        lama = _cari_peran(dasar.peran, kolom.nama)
        terpakai = {peran.kunci for peran in (*dasar.peran, *baris_peran)}
        baru = Peran(nama=kolom.nama, kunci=kode_baru(kolom.nama, terpakai))
        baris_peran.append(replace(lama, kolom=True) if lama else baru)
    return _sisipkan(dasar.peran, baris_peran)


def _sisipkan(lama: tuple[Peran, ...], berkolom: list[Peran]) -> tuple[Peran, ...]:
    """Put the columns, in their order, into the places that columns had; more of them follow the last."""
    nama = {peran.nama for peran in berkolom}
    tempat = [urut for urut, peran in enumerate(lama) if peran.nama in nama]
    hasil: list[Peran] = []
    sisa = list(berkolom)
    for urut, peran in enumerate(lama):
        hasil += [sisa.pop(0)] if peran.nama in nama else [peran]
        if tempat and urut == tempat[-1]:
            hasil += sisa
            sisa = []
    return (*sisa, *hasil)


def _tanpa_sisa(daftar_peran, kepala: Kepala, daftar_langkah, dasar: Sop) -> tuple[Peran, ...]:
    """A column that the table has not got any more goes, unless a row still names its role."""
    disebut = {peran for langkah in daftar_langkah for peran in _disebut(langkah)} | {dasar.penanggung_jawab}
    disebut |= {_cari_peran(daftar_peran, kolom.nama).nama for kolom in kepala.daftar_pelaksana}
    return tuple(peran for peran in daftar_peran if not peran.kolom or peran.nama in disebut)


def _disebut(langkah: Langkah) -> Iterator[str]:
    yield from (*langkah.pelaksana, langkah.pengisi, langkah.penghimpun)
    yield from (peran for pekerjaan in langkah.pekerjaan for peran in pekerjaan.oleh)
    yield from (output.penanda_tangan for output in langkah.output)
    yield from (simbol.peran for simbol in langkah.simbol_tercetak)


def _label(kepala: Kepala, lama: LabelKolom) -> LabelKolom:
    """The headings as the table prints them; one that was only put there to be found again stays away."""
    baru = {
        makna: serata(teks)
        for makna, teks in kepala.label.items()
        if hasattr(lama, makna)
        and serata(teks) != serata(getattr(lama, makna) or JUDUL_PENGGANTI.get(makna, ""))
    }
    return replace(lama, **baru, nomor_kolom=kepala.nomor_kolom or lama.nomor_kolom)
